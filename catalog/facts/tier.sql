/*---
fact:    tier
title:   An account is looked after closely, or from afar
grain:   one account in one tier for a while
columns:
  account_id: text
  tier:       text
  start_day:  day
  end_day:    day
reads:   [customer.account, customer.account_segment_history]
caveats:
  - Where a history is kept it decides. Elsewhere the account's present tier stands for all time.
---*/
select
    history.account_id,
    history.tier,
    day_number(history.valid_from) as start_day,
    day_number(history.valid_to)   as end_day
from customer.account_segment_history as history
where history.tier is not null
union all
select
    account.id      as account_id,
    account.tier,
    -2147483648     as start_day,
    cast(null as integer) as end_day
from customer.account as account
left join customer.account_segment_history as history
    on  history.account_id = account.id
    and history.tier is not null
where account.tier is not null
and history.account_id is null
