/*---
fact:    survey_answer
title:   A customer answered a survey
grain:   one answer
columns:
  answer_id:       text
  account_id:      text
  respondent:      text
  type:            text
  scale_min:       count
  scale_max:       count
  score:           number
  ticket_id:       text
  answered_day:    day
  answered_at:     instant
reads:   [customer.survey, customer.survey_response]
caveats:
  - The respondent is the contact. An answer without one stands for itself.
---*/
select
    response.id as answer_id,
    response.account_id,
    coalesce(response.contact_id, response.id) as respondent,
    survey.type,
    survey.scale_min,
    survey.scale_max,
    response.score,
    response.ticket_id,
    day_number(local_day(response.answered_at)) as answered_day,
    response.answered_at
from customer.survey_response as response
join customer.survey as survey
    on survey.id = response.survey_id
