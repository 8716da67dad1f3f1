/*---
fact:    benefit
title:   A customer confirmed what a result was worth
grain:   one measurement with an amount
columns:
  account_id: text
  currency:   text
  amount:     money
  day_number: day
reads:   [customer.outcome_goal, customer.outcome_measurement]
caveats:
  - Our own estimates are not here.
---*/
select
    goal.account_id,
    coalesce(measurement.ccy, reporting_currency()) as currency,
    measurement.benefit_amount                      as amount,
    day_number(measurement.measured_on)             as day_number
from customer.outcome_measurement as measurement
join customer.outcome_goal as goal
    on goal.id = measurement.goal_id
where measurement.confirmed_by = 'customer'
and measurement.benefit_amount is not null
