/*---
fact:    segment_member
title:   An account belongs to a segment
grain:   one account in one segment for a while
columns:
  account_id: text
  segment:    text
  start_day:  day
  end_day:    day
reads:   [customer.account, customer.account_segment_history]
caveats:
  - Where a history is kept it decides. Elsewhere the account's present segment stands for all time.
---*/
select
    history.account_id,
    history.segment,
    day_number(history.valid_from) as start_day,
    day_number(history.valid_to)   as end_day
from customer.account_segment_history as history
where history.segment is not null
union all
select
    account.id      as account_id,
    account.segment,
    -2147483648     as start_day,
    cast(null as integer) as end_day
from customer.account as account
left join customer.account_segment_history as history
    on  history.account_id = account.id
    and history.segment is not null
where account.segment is not null
and history.account_id is null
