/*---
fact:    sponsor_day
title:   How firmly a sponsor stands behind us
grain:   one account that has or had a sponsor, one day that must be answerable
columns:
  account_id: text
  day_number: day
  strength:   fraction
  met_day:    day
  contact_id: text
reads:   [fact.sponsor, fact.contact_met, fact.sponsor_meeting]
caveats:
  - Recency 0.4, stance 0.4, access 0.2; what nobody recorded drops out and the others fill its
    place. The best sponsor counts.
  - After a departure it is 0 until another sponsor has spoken with us within relationship_days,
    usually 90.
  - met_day is the last time the sponsor spoke with us, and from the first day of one who never did.
---*/
with present as (
    select
        spine.day_number,
        sponsor.account_id,
        sponsor.contact_id,
        sponsor.joined_day,
        contact_met.met_day,
        case
            when contact_met.met_day is null then 0
            else greatest(relationship_days() - (spine.day_number - contact_met.met_day), 0)
        end as days_left,
        case sponsor.stance
            when 'champion'  then 100
            when 'supporter' then 75
            when 'neutral'   then 50
            when 'sceptic'   then 25
            when 'opponent'  then 0
        end as stance
    from spine
    join fact.sponsor
        on  coalesce(sponsor.joined_day, spine.day_number) <= spine.day_number
        and coalesce(sponsor.left_day, 2147483647) > spine.day_number
    left join fact.contact_met
        on  contact_met.contact_id = sponsor.contact_id
        and contact_met.met_day <= spine.day_number
        and coalesce(contact_met.until_day, 2147483647) > spine.day_number
),
asked as (
    select
        spine.day_number,
        sponsor_meeting.contact_id,
        sum(case when sponsor_meeting.is_held then 1 else 0 end) as held,
        count(*) as meetings
    from spine
    join fact.sponsor_meeting
        on  sponsor_meeting.day_number >  spine.day_number - sponsor_meeting_days()
        and sponsor_meeting.day_number <= spine.day_number
    group by spine.day_number, sponsor_meeting.contact_id
),
rated as (
    select
        present.day_number,
        present.account_id,
        present.contact_id,
        present.days_left,
        coalesce(present.met_day, present.joined_day, present.day_number) as met_day,
        rounded(divided(
            divided(4 * 100 * present.days_left, relationship_days())
            + coalesce(4 * present.stance, 0)
            + coalesce(divided(2 * 100 * asked.held, asked.meetings), 0),
            4
            + case when present.stance is null then 0 else 4 end
            + case when asked.meetings is null then 0 else 2 end
        )) as strength
    from present
    left join asked
        on  asked.day_number = present.day_number
        and asked.contact_id = present.contact_id
),
best as (
    select
        rated.*,
        row_number() over (
            partition by day_number, account_id
            order by strength desc, met_day desc, contact_id
        ) as place,
        max(days_left) over (partition by day_number, account_id) as most_days_left
    from rated
),
departed as (
    select
        spine.day_number,
        sponsor.account_id,
        max(sponsor.left_day)                                                  as left_day,
        max_by(sponsor.contact_id, (sponsor.left_day, sponsor.contact_id)) as contact_id
    from spine
    join fact.sponsor
        on sponsor.left_day <= spine.day_number
    group by spine.day_number, sponsor.account_id
)
select
    coalesce(best.account_id, departed.account_id) as account_id,
    coalesce(best.day_number, departed.day_number) as day_number,
    case
        when departed.left_day is null or best.most_days_left > 0 then best.strength
        else 0
    end as strength,
    coalesce(best.met_day, departed.left_day) as met_day,
    coalesce(best.contact_id, departed.contact_id) as contact_id
from (select * from best where place = 1) as best
full join departed
    on  departed.day_number = best.day_number
    and departed.account_id = best.account_id
