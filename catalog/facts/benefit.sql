/*---
fact:    benefit
title:   A result was worth something to a customer
grain:   one measurement with an amount
columns:
  measurement_id: text
  goal_id:        text
  account_id:     text
  currency:       text
  amount:         money
  is_confirmed:   flag
  day_number:     day
reads:   [customer.outcome_goal, customer.outcome_measurement]
caveats:
  - What the customer did not confirm is an estimate of ours.
---*/
select
    measurement.id as measurement_id,
    goal.id        as goal_id,
    goal.account_id,
    coalesce(measurement.ccy, reporting_currency()) as currency,
    measurement.benefit_amount                      as amount,
    measurement.confirmed_by = 'customer'           as is_confirmed,
    day_number(measurement.measured_on)             as day_number
from customer.outcome_measurement as measurement
join customer.outcome_goal as goal
    on goal.id = measurement.goal_id
where measurement.benefit_amount is not null
