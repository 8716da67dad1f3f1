/*---
fact:    seat_day
title:   How many seats an account has
grain:   one account with seats of any kind, one day that must be answerable
columns:
  account_id:   text
  day_number:   day
  seats:        count
  is_unlimited: flag
reads:   [fact.seat]
caveats:
  - Licence types are added. One without a limit makes the account unlimited.
---*/
select
    seat.account_id,
    spine.day_number,
    cast(sum(seat.seats) as bigint)                        as seats,
    max(case when seat.is_unlimited then 1 else 0 end) = 1 as is_unlimited
from spine
join fact.seat
    on  seat.start_day <= spine.day_number
    and (seat.end_day is null or seat.end_day > spine.day_number)
group by seat.account_id, spine.day_number
