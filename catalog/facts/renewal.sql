/*---
fact:    renewal
title:   A contract falls due
grain:   one contract
columns:
  contract_id: text
  account_id:  text
  currency:    text
  arr:         money
  due_day:     day
  lost_day:    day
reads:   [fact.contract]
caveats:
  - It is due on its end date as stored. Contracts of a month or less are not in it, because they
    are kept or left like any plan.
  - lost_day is the first day on which it counts as lost, unless renewed parts are known by then. An
    undecided contract is lost when the grace is over.
---*/
select
    contract_id,
    account_id,
    currency,
    arr,
    due_day,
    case
        when outcome = 'lost' then least(
            coalesce(decided_day, due_day), due_day + renewal_grace_days()
        )
        else due_day + renewal_grace_days()
    end as lost_day
from fact.contract
where due_day - start_day > 31
