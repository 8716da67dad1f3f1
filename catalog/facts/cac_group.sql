/*---
fact:    cac_group
title:   What the new customers of a segment and of the company cost in the year before a day
grain:   one segment or the company, one day that must be answerable
columns:
  entity_id:  text
  day_number: day
  spend:      fraction
  newcomers:  count
reads:   [fact.channel_day, fact.newcomer, fact.acquisition_credit, fact.segment_member]
caveats:
  - A segment bears its part of a channel by credits, and of one without credits by its number of
    customers. Segments are those of the day on which a customer first paid.
---*/
with member as (
    select account_id, 'company' as entity_id, day_number from fact.newcomer
    union all
    select newcomer.account_id, segment_member.segment as entity_id, newcomer.day_number
    from fact.newcomer
    join fact.segment_member
        on  segment_member.account_id = newcomer.account_id
        and segment_member.start_day <= newcomer.day_number
        and coalesce(segment_member.end_day, 2147483647) > newcomer.day_number
),
size as (
    select spine.day_number, member.entity_id, count(*) as newcomers
    from spine
    join member
        on  member.day_number > spine.day_number - 365
        and member.day_number <= spine.day_number
    group by spine.day_number, member.entity_id
),
own as (
    select spine.day_number, member.entity_id, credit.channel, sum(credit.credit) as credit
    from spine
    join member
        on  member.day_number > spine.day_number - 365
        and member.day_number <= spine.day_number
    join fact.acquisition_credit as credit
        on credit.account_id = member.account_id
    group by spine.day_number, member.entity_id, credit.channel
)
select
    size.entity_id,
    size.day_number,
    cast(case
        when bool_or(channel.channel is not null and channel.spend is null) then null
        else coalesce(sum(case
            when size.entity_id = 'company' then channel.spend
            when channel.credit > 0 then rounded(
                as_double(channel.spend) * divided(coalesce(own.credit, 0), channel.credit)
            )
            else rounded(as_double(channel.spend) * divided(size.newcomers, everybody.newcomers))
        end), 0)
    end as decimal(38, 12)) as spend,
    size.newcomers
from size
join size as everybody
    on  everybody.day_number = size.day_number
    and everybody.entity_id = 'company'
left join fact.channel_day as channel
    on channel.day_number = size.day_number
left join own
    on  own.day_number = size.day_number
    and own.entity_id = size.entity_id
    and own.channel = channel.channel
group by size.entity_id, size.day_number, size.newcomers
