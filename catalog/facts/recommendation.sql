/*---
fact:    recommendation
title:   A person says whether they would recommend us
grain:   one answer of one person on one scale, until the next one
columns:
  answer_id:       text
  account_id:      text
  scale:           text
  lifecycle_stage: text
  score:           number
  promoter:        count
  detractor:       count
  answered_day:    day
  until_day:       day
  left_day:        day
reads:   [fact.survey_answer]
caveats:
  - The scale is 0_10 or 1_10. Answers on different scales are answers to different questions, and
    one does not replace the other.
  - Promoters answer 9 or 10, detractors 6 or less, on either scale.
---*/
select
    answer_id,
    account_id,
    cast(floor(scale_min) as integer) || '_' || cast(floor(scale_max) as integer) as scale,
    lifecycle_stage,
    score,
    case when score >= 9 then 1 else 0 end as promoter,
    case when score <= 6 then 1 else 0 end as detractor,
    answered_day,
    lead(answered_day) over (
        partition by account_id, respondent, scale_min
        order by answered_at, answer_id
    ) as until_day,
    left_day
from fact.survey_answer
where type = 'nps'
