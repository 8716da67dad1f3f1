/*---
fact:    advocacy_day
title:   What an account did for our name within a year
grain:   one account that did something, one day that must be answerable
columns:
  account_id: text
  day_number: day
  points:     count
  latest_day: day
reads:   [fact.advocacy]
caveats:
  - The year is advocacy_days. Of each kind of act advocacy_type_cap count, usually two.
---*/
with counted as (
    select
        spine.day_number,
        advocacy.account_id,
        advocacy.act,
        max(advocacy.points) * least(count(*), advocacy_type_cap()) as points,
        max(advocacy.day_number)                  as latest_day
    from spine
    join fact.advocacy
        on  advocacy.day_number >  spine.day_number - advocacy_days()
        and advocacy.day_number <= spine.day_number
    group by spine.day_number, advocacy.account_id, advocacy.act
)
select
    account_id,
    day_number,
    cast(sum(points) as bigint) as points,
    max(latest_day)             as latest_day
from counted
group by account_id, day_number
