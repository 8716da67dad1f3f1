/*---
fact:    mrr_change
title:   What a day does to the recurring revenue of one subscription, and why
grain:   one subscription, one currency, one day, one reason
columns:
  account_id:      text
  source_system:   text
  subscription_id: text
  currency:        text
  day_number:      day
  delta:           money
  reason:          text
  reason_rank:     count
  segment_id:      text
reads:   [fact.subscription, fact.mrr_part]
caveats:
  - A rise keeps the reason with which the new price began, a fall that with which the old one
    ended. A pause, a resume and a payment that failed give their own.
  - A subscription that begins on the day on which a paused one of the account is no more takes its
    place, and so resumes.
  - What rises because a discount of the subscription ended is discount_expired, whatever else rose.
  - A bridged gap is a subscription without a name, so that nothing falls when the gap begins.
  - Ranks put reasons that are no sale first; where a day nets, they take the net amount first.
---*/
with change as (
    select
        account_id, source_system, subscription_id, currency, start_day as day_number,
        mrr as delta, list_mrr - mrr as discount, state as starts, null as ends,
        reason_start, null as reason_end, segment_id as began, null as ended
    from fact.subscription
    union all
    select
        account_id, source_system, subscription_id, currency, end_day as day_number,
        -mrr as delta, mrr - list_mrr as discount, null as starts, state as ends,
        null as reason_start, reason_end, null as began, segment_id as ended
    from fact.subscription
    where end_day is not null
    union all
    select
        account_id, '' as source_system, '' as subscription_id, currency,
        start_day as day_number, mrr as delta, 0 as discount, null as starts, null as ends,
        null as reason_start, null as reason_end, null as began, segment_id as ended
    from fact.mrr_part
    where known_day is not null
    union all
    select
        account_id, '' as source_system, '' as subscription_id, currency,
        end_day as day_number, -mrr as delta, 0 as discount, null as starts, null as ends,
        null as reason_start, null as reason_end, null as began, segment_id as ended
    from fact.mrr_part
    where known_day is not null
),
-- Paused subscriptions that are gone afterwards.
left_paused as (
    select distinct paused.account_id, paused.end_day as day_number
    from fact.subscription as paused
    where paused.state = 'paused'
    and not exists (
        select 1
        from fact.subscription as next
        where next.account_id = paused.account_id
        and next.source_system = paused.source_system
        and next.subscription_id = paused.subscription_id
        and next.start_day = paused.end_day
    )
),
day as (
    select
        account_id, source_system, subscription_id, currency, day_number,
        sum(delta) as delta,
        -- Both sides of a change that discounts are about are alive and pay.
        case
            when count(case when starts in ('active', 'past_due') then 1 end) > 0
                and count(case when ends in ('active', 'past_due') then 1 end) > 0
                then greatest(-sum(discount), 0)
            else 0
        end as expired,
        max(case when starts in ('paused', 'unpaid', 'dunned') then starts end) as stops,
        max(case when ends in ('paused', 'unpaid', 'dunned') then ends end)     as stopped,
        count(ends) = 0   as begins,
        max(reason_start) as reason_start,
        max(reason_end)   as reason_end,
        coalesce(max(began), max(ended)) as segment_id
    from change
    group by account_id, source_system, subscription_id, currency, day_number
    having sum(delta) <> 0
),
reasoned as (
    select
        day.*,
        case
            when 'transfer' in (reason_start, reason_end)   then 'transfer'
            when delta > 0 and stopped = 'paused'           then 'resume'
            when delta > 0 and begins and left_paused.day_number is not null then 'resume'
            when delta > 0                                  then reason_start
            when stops = 'paused'                           then 'pause'
            when stops is not null                          then 'involuntary'
            else coalesce(reason_end, reason_start)
        end as reason
    from day
    left join left_paused
        on  left_paused.account_id = day.account_id
        and left_paused.day_number = day.day_number
),
part as (
    select
        account_id, source_system, subscription_id, currency, day_number,
        delta - case when delta > 0 then least(delta, expired) else 0 end as delta,
        reason, segment_id
    from reasoned
    union all
    select
        account_id, source_system, subscription_id, currency, day_number,
        least(delta, expired) as delta,
        'discount_expired' as reason, segment_id
    from reasoned
    where delta > 0
    and coalesce(reason, '') <> 'transfer'
)
select
    account_id,
    source_system,
    subscription_id,
    currency,
    day_number,
    cast(sum(delta) as decimal(18, 4)) as delta,
    reason,
    case
        when reason in (
            'resume', 'discount_expired', 'escalator', 'price', 'late_renewal', 'trial',
            'pause', 'involuntary', 'completed'
        ) then 0
        else 1
    end as reason_rank,
    max(segment_id) as segment_id
from part
where delta <> 0
group by account_id, source_system, subscription_id, currency, day_number, reason
