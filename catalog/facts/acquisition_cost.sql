/*---
fact:    acquisition_cost
title:   What winning customers cost
grain:   one kind of cost of one channel in one month
columns:
  cost_id:    text
  channel:    text
  currency:   text
  amount:     money
  is_direct:  flag
  day_number: day
reads:   [customer.acquisition_cost]
caveats:
  - It is dated the first day of its month, or as many months later as a sale takes.
  - Direct is what was spent on the channel itself; pay, commission, tools and overhead are not.
---*/
with cost as (
    select
        cost.*,
        year(month) * 12 + month(month) - 1 + acquisition_lag_months() as month_number
    from customer.acquisition_cost as cost
)
select
    id as cost_id,
    channel,
    ccy as currency,
    cast(amount as decimal(18, 4)) as amount,
    cost_type not in (
        'pay', 'salary', 'salaries', 'commission', 'commissions', 'tool', 'tools', 'overhead'
    ) as is_direct,
    day_number(make_date(
        cast(whole(month_number, 12) as integer), cast(month_number % 12 as integer) + 1, 1
    )) as day_number
from cost
