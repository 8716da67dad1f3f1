/*---
fact:    recognised
title:   Recurring revenue that an account has brought
grain:   one account, one month or stretch
columns:
  account_id:  text
  currency:    text
  amount:      money
  monthly:     money
  start_day:   day
  end_day:     day
  record_id:   text
reads:   [customer.revenue_recognised, fact.subscription]
caveats:
  - Where revenue is recognised on record, an amount counts when its month has begun. For other
    accounts it is what their subscriptions brought, day by day; then monthly is given.
---*/
select
    account_id,
    ccy as currency,
    cast(recurring_amount as decimal(18, 4)) as amount,
    cast(null as decimal(18, 4)) as monthly,
    day_number(month) as start_day,
    cast(null as integer) as end_day,
    id as record_id
from customer.revenue_recognised
union all
select
    account_id,
    currency,
    cast(null as decimal(18, 4)) as amount,
    mrr as monthly,
    start_day,
    end_day,
    segment_id as record_id
from fact.subscription
where mrr > 0
and not exists (
    select 1
    from customer.revenue_recognised
    where revenue_recognised.account_id = subscription.account_id
)
