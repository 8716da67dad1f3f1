/*---
fact:    person_time
title:   How long a person used the product on a day
grain:   one person, one day, one method
columns:
  user_id:    text
  day_number: day
  method:     text
  seconds:    count
reads:   [fact.interaction, fact.usage_day]
caveats:
  - A minute in which somebody did something for two accounts at once counts once.
  - Where events are too sparse to count minutes, a setting counts sessions instead. They are the gaps
    between one event and the next, but for those in which the session timed out.
  - Reported is what a source tells of whom we do not see at work.
---*/
with moment as (
    select distinct user_id, day_number, second
    from fact.interaction
),
gapped as (
    select
        moment.*,
        second - lag(second) over (partition by user_id order by second) as gap
    from moment
)
select
    user_id,
    day_number,
    'active_minutes' as method,
    60 * count(distinct second - second % 60) as seconds
from moment
where not sparse_events()
group by user_id, day_number
union all
select
    user_id,
    day_number,
    'sessions' as method,
    cast(sum(case when gap <= 60 * idle_timeout_minutes() then gap else 0 end) as bigint) as seconds
from gapped
where sparse_events()
group by user_id, day_number
union all
select
    user_id,
    day_number,
    'reported' as method,
    cast(sum(seconds) as bigint) as seconds
from fact.usage_day
where seconds is not null
group by user_id, day_number
