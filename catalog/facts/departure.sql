/*---
fact:    departure
title:   An account stopped being a customer
grain:   one account, one first day without it
columns:
  account_id: text
  day_number: day
reads:   [fact.account_state]
caveats:
  - A gap that is bridged is no departure, and a pause is one once it has lasted for longer than an
    account stays a customer in it. Who never paid cannot leave.
---*/
with state as (
    select
        account_id,
        state,
        start_day,
        end_day,
        is_bridged,
        max(case when state = 'paying' then 1 else 0 end) over (
            partition by account_id
            order by start_day
            rows between unbounded preceding and 1 preceding
        ) as has_paid
    from fact.account_state
)
select account_id, start_day as day_number
from state
where state = 'none'
and has_paid = 1
and not is_bridged
union all
select account_id, start_day + pause_customer_days() as day_number
from state
where state = 'paused'
and has_paid = 1
and coalesce(end_day, 2147483647) > start_day + pause_customer_days()
