/*---
fact:    ownership
title:   A customer success manager looks after an account
grain:   one manager, one account, for a while
columns:
  account_id: text
  csm_id:     text
  start_day:  day
  end_day:    day
reads:   [customer.csm_assignment]
---*/
select
    assignment.account_id,
    assignment.csm_id,
    day_number(assignment.valid_from) as start_day,
    day_number(assignment.valid_to)   as end_day
from customer.csm_assignment as assignment
where assignment.role = 'csm'
