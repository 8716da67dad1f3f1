/*---
fact:    course
title:   Something that users can learn
grain:   one course
columns:
  course_id:     text
  topic:         text
  is_onboarding: flag
reads:   [customer.course]
---*/
select
    id as course_id,
    nullif(trim(topic), '')        as topic,
    coalesce(is_onboarding, false) as is_onboarding
from customer.course
