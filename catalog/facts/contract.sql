/*---
fact:    contract
title:   A contract runs until it is due
grain:   one contract
columns:
  contract_id:          text
  account_id:           text
  start_day:            day
  due_day:              day
  signed_day:           day
  currency:             text
  arr:                  money
  auto_renews:          flag
  outcome:              text
  decided_day:          day
  successor_signed_day: day
reads:   [customer.contract]
caveats:
  - A contract may renew several, and several one; the earliest signature of a successor counts.
---*/
select
    contract.id as contract_id,
    contract.account_id,
    day_number(contract.start_date) as start_day,
    day_number(contract.end_date)   as due_day,
    day_number(contract.signed_on)  as signed_day,
    contract.ccy as currency,
    cast(contract.arr as decimal(18, 4))  as arr,
    coalesce(contract.auto_renew, false)  as auto_renews,
    contract.outcome,
    day_number(contract.decided_on) as decided_day,
    min(day_number(successor.signed_on)) as successor_signed_day
from customer.contract as contract
left join customer.contract as successor
    on ';' || successor.renewed_from_contract_id || ';' like '%;' || contract.id || ';%'
group by
    contract.id,
    contract.account_id,
    contract.start_date,
    contract.end_date,
    contract.signed_on,
    contract.ccy,
    contract.arr,
    contract.auto_renew,
    contract.outcome,
    contract.decided_on
