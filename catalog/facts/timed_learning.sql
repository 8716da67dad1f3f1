/*---
fact:    timed_learning
title:   A registration for a course took so long
grain:   one user, one course, one registration, one period that is asked about
per:     period
columns:
  period_id:  count
  as_of_day:  day
  record_id:  text
  account_id: text
  user_id:    text
  course_id:  text
  day_number: day
  hours:      fraction
reads:   [fact.learning]
caveats:
  - A course that was left and taken up again is one registration, and its last word is the whole.
---*/
with told as (
    select
        period.id as period_id,
        period.as_of_day,
        learning.record_id,
        learning.account_id,
        learning.user_id,
        learning.course_id,
        learning.day_number,
        learning.seconds,
        row_number() over (
            partition by period.id, learning.user_id, learning.course_id, learning.registration
            order by
                case when learning.is_completed then 0 else 1 end,
                learning.seconds desc,
                learning.record_id
        ) as place
    from period
    join fact.learning
        on  learning.day_number >= period.start_day
        and learning.day_number <  period.end_day
        and learning.seconds is not null
)
select
    period_id,
    as_of_day,
    record_id,
    account_id,
    user_id,
    course_id,
    day_number,
    rounded(divided(seconds, 3600)) as hours
from told
where place = 1
