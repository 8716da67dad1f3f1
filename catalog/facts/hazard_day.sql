/*---
fact:    hazard_day
title:   How many customers of a segment and of the company have left, and how long all stayed
grain:   one segment or the company, one day that must be answerable
columns:
  entity_id:  text
  day_number: day
  ended:      count
  days:       count
reads:   [fact.customer_stay, fact.segment_member]
caveats:
  - Those who are still there count with the days so far. Segments are those of the day.
---*/
with stay as (
    select
        spine.day_number,
        stay.account_id,
        case when stay.end_day <= spine.day_number then 1 else 0 end as ended,
        least(coalesce(stay.end_day, 2147483647), spine.day_number + 1) - stay.start_day as days
    from spine
    join fact.customer_stay as stay
        on stay.start_day <= spine.day_number
)
select
    'company' as entity_id,
    day_number,
    cast(sum(ended) as bigint) as ended,
    cast(sum(days) as bigint)  as days
from stay
group by day_number
union all
select
    segment_member.segment as entity_id,
    stay.day_number,
    cast(sum(stay.ended) as bigint) as ended,
    cast(sum(stay.days) as bigint)  as days
from stay
join fact.segment_member
    on  segment_member.account_id = stay.account_id
    and segment_member.start_day <= stay.day_number
    and coalesce(segment_member.end_day, 2147483647) > stay.day_number
group by segment_member.segment, stay.day_number
