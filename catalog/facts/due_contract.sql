/*---
fact:    due_contract
title:   A contract was due, and what became of it by now
grain:   one contract, one period that is asked about and in which it was due
per:     period
columns:
  period_id:   count
  contract_id: text
  account_id:  text
  due_day:     day
  arr:         money
  renewed_arr: money
  is_renewed:  flag
  is_pending:  flag
  status:      text
reads:   [fact.renewal, fact.renewed, fact.fx_day]
caveats:
  - Amounts are at the rate of the opening.
  - Pending is what nobody has decided while it still may count for the day it was due.
---*/
with part as (
    select
        period.id as period_id,
        renewal.contract_id,
        sum(renewed.arr * coalesce(fx_day.rate, 0)) as arr,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join fact.renewal
        on  renewal.due_day >= period.start_day
        and renewal.due_day <  period.end_day
    join fact.renewed
        on  renewed.contract_id = renewal.contract_id
        and renewed.known_day <= period.known_day
        and coalesce(renewed.void_day, 2147483647) > period.known_day
    left join fact.fx_day
        on  fx_day.currency = renewed.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, renewal.contract_id
)
select
    period.id as period_id,
    renewal.contract_id,
    renewal.account_id,
    renewal.due_day,
    renewal.arr * coalesce(fx_day.rate, 0) as arr,
    coalesce(part.arr, 0) as renewed_arr,
    part.contract_id is not null as is_renewed,
    part.contract_id is null and renewal.lost_day > period.known_day as is_pending,
    coalesce(part.status, case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
from period
join fact.renewal
    on  renewal.due_day >= period.start_day
    and renewal.due_day <  period.end_day
left join part
    on  part.period_id = period.id
    and part.contract_id = renewal.contract_id
left join fact.fx_day
    on  fx_day.currency = renewal.currency
    and fx_day.day_number = period.start_day - 1
