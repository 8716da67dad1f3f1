/*---
fact:    effort
title:   A customer says how easy we made it
grain:   one answer
columns:
  answer_id:    text
  account_id:   text
  score:        number
  is_counted:   flag
  answered_day: day
reads:   [fact.survey_answer]
caveats:
  - Only answers from 1 to 7 of which 7 is the easiest are counted. The older question, in which low
    is good, and other scales are never mixed in.
---*/
select
    answer_id,
    account_id,
    score,
    coalesce(direction, 'higher_is_better') = 'higher_is_better'
        and scale_min = 1
        and scale_max = 7 as is_counted,
    answered_day
from fact.survey_answer
where type = 'ces'
