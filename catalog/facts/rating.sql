/*---
fact:    rating
title:   A customer says whether our help was any good
grain:   one rating, until the next one of the same ticket
columns:
  answer_id:    text
  account_id:   text
  agent_id:     text
  scale:        text
  satisfied:    count
  height:       fraction
  answered_day: day
  until_day:    day
reads:   [fact.survey_answer]
caveats:
  - Satisfied is the best of two or three, the best two of up to seven, and the best three of more.
  - height is the way from the worst answer of the scale, 0, to the best, 1.
  - A rating that belongs to no ticket is never replaced.
---*/
select
    answer_id,
    account_id,
    agent_id,
    cast(floor(scale_min) as integer) || '_' || cast(floor(scale_max) as integer) as scale,
    case
        when scale_max - scale_min <= 2 and score = scale_max      then 1
        when scale_max - scale_min between 3 and 6
            and score >= scale_max - 1                             then 1
        when scale_max - scale_min >= 7 and score >= scale_max - 2 then 1
        else 0
    end as satisfied,
    rounded(divided(score - scale_min, scale_max - scale_min)) as height,
    answered_day,
    case when ticket_id is not null then lead(answered_day) over (
        partition by account_id, ticket_id
        order by answered_at, answer_id
    ) end as until_day
from fact.survey_answer
where type = 'csat'
