/*---
fact:    notice
title:   An account has said that it will leave
grain:   one notice, from the day it takes effect until what it ends has ended
columns:
  account_id:      text
  source_system:   text
  subscription_id: text
  contract_id:     text
  start_day:       day
  end_day:         day
reads:   [customer.subscription_event, fact.subscription, fact.contract]
caveats:
  - A notice is a cancellation request on its effective date, or a contract decided lost.
  - A later reactivation of the subscription takes the notice back.
---*/
with ending as (
    select
        source_system,
        subscription_id,
        account_id,
        max(coalesce(end_day, 2147483647)) as end_day
    from fact.subscription
    group by source_system, subscription_id, account_id
),
back as (
    select source_system, subscription_id, day_number(effective_date) as day_number
    from customer.subscription_event
    where type = 'reactivated'
)
select
    ending.account_id,
    ending.source_system,
    ending.subscription_id,
    cast(null as string) as contract_id,
    day_number(request.effective_date) as start_day,
    least(ending.end_day, coalesce(min(back.day_number), 2147483647)) as end_day
from customer.subscription_event as request
join ending
    on  ending.source_system = request.source_system
    and ending.subscription_id = request.subscription_id
left join back
    on  back.source_system = request.source_system
    and back.subscription_id = request.subscription_id
    and back.day_number > day_number(request.effective_date)
where request.type = 'cancel_requested'
group by
    ending.account_id,
    ending.source_system,
    ending.subscription_id,
    request.effective_date,
    ending.end_day
union all
select
    contract.account_id,
    cast(null as string) as source_system,
    cast(null as string) as subscription_id,
    contract.contract_id,
    contract.decided_day as start_day,
    contract.due_day     as end_day
from fact.contract
where contract.outcome = 'lost'
and contract.decided_day is not null
