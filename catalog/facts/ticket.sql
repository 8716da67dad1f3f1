/*---
fact:    ticket
title:   A customer asked for help
grain:   one ticket that counts
columns:
  ticket_id:   text
  account_id:  text
  priority:    text
  created_day: day
  solved_day:  day
reads:   [customer.ticket]
caveats:
  - Spam, internal and outbound tickets are left out. A merged ticket and the children of an
    incident count once, at the one that survives.
---*/
select
    ticket.id as ticket_id,
    ticket.account_id,
    ticket.priority,
    day_number(local_day(ticket.created_at)) as created_day,
    day_number(local_day(coalesce(ticket.solved_at, ticket.closed_at))) as solved_day
from customer.ticket as ticket
where not coalesce(ticket.is_spam, false)
and coalesce(ticket.direction, 'inbound') = 'inbound'
and ticket.merged_into is null
and ticket.incident_of is null
