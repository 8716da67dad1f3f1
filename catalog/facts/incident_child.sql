/*---
fact:    incident_child
title:   One of many customers asks for help with the same incident
grain:   one ticket that was folded into an incident
columns:
  ticket_id:   text
  account_id:  text
  created_day: day
reads:   [customer.ticket]
---*/
select
    ticket.id as ticket_id,
    ticket.account_id,
    day_number(local_day(ticket.created_at)) as created_day
from customer.ticket as ticket
where ticket.incident_of is not null
and ticket.merged_into is null
and not coalesce(ticket.is_spam, false)
and coalesce(ticket.direction, 'inbound') = 'inbound'
