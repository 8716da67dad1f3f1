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
  direction:       text
  lifecycle_stage: text
  score:           number
  ticket_id:       text
  agent_id:        text
  answered_day:    day
  answered_at:     instant
  left_day:        day
reads:   [customer.survey, customer.survey_response, customer.contact, customer.ticket]
caveats:
  - The respondent is the contact. An answer without one stands for itself.
  - left_day is when the respondent left the account; agent_id is who looked after the ticket.
---*/
select
    response.id as answer_id,
    response.account_id,
    coalesce(response.contact_id, response.id) as respondent,
    survey.type,
    survey.scale_min,
    survey.scale_max,
    survey.direction,
    survey.lifecycle_stage,
    response.score,
    response.ticket_id,
    ticket.agent_id,
    day_number(local_day(response.answered_at)) as answered_day,
    response.answered_at,
    day_number(contact.left_at)                 as left_day
from customer.survey_response as response
join customer.survey as survey
    on survey.id = response.survey_id
left join customer.contact as contact
    on contact.id = response.contact_id
left join customer.ticket as ticket
    on ticket.id = response.ticket_id
