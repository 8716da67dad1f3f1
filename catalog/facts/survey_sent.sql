/*---
fact:    survey_sent
title:   A survey reached somebody
grain:   one survey delivered to one contact
columns:
  send_id:      text
  account_id:   text
  type:         text
  sent_day:     day
  answered_day: day
reads:   [customer.survey, customer.survey_send, customer.survey_response, customer.contact]
caveats:
  - What bounced is left out, and so is what names no contact, because it belongs to no account.
  - An answer belongs to the send that it names. Without one it belongs to every send of the survey
    to the same contact that came before it.
---*/
with answer as (
    select
        send.id as send_id,
        min(day_number(local_day(response.answered_at))) as answered_day
    from customer.survey_send as send
    join customer.survey_response as response
        on  response.survey_id = send.survey_id
        and (
            response.send_id = send.id
            or (
                response.send_id is null
                and response.contact_id = send.contact_id
                and response.answered_at >= send.sent_at
            )
        )
    group by send.id
)
select
    send.id as send_id,
    contact.account_id,
    survey.type,
    day_number(local_day(send.sent_at)) as sent_day,
    answer.answered_day
from customer.survey_send as send
join customer.survey as survey
    on survey.id = send.survey_id
join customer.contact as contact
    on contact.id = send.contact_id
left join answer
    on answer.send_id = send.id
where send.delivered
