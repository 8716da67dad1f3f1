/*---
fact:    topic
title:   A ticket is about something
grain:   one ticket, one topic
columns:
  ticket_id: text
  topic:     text
reads:   [customer.ticket_topic]
---*/
select distinct
    topic.ticket_id,
    lower(trim(topic.topic)) as topic
from customer.ticket_topic as topic
