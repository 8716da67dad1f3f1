/*---
fact:    seat
title:   An account has bought seats
grain:   one account, one licence type, for a while
columns:
  seat_id:      text
  account_id:   text
  licence_type: text
  seats:        count
  is_unlimited: flag
  start_day:    day
  end_day:      day
reads:   [customer.seat_entitlement]
---*/
select
    entitlement.id as seat_id,
    entitlement.account_id,
    entitlement.licence_type,
    coalesce(entitlement.seats, 0)     as seats,
    entitlement.seats is null          as is_unlimited,
    day_number(entitlement.valid_from) as start_day,
    day_number(entitlement.valid_to)   as end_day
from customer.seat_entitlement as entitlement
