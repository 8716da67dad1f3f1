/*---
fact:    dunning
title:   An account's oldest open invoice is so old that a past-due subscription is lost
grain:   one invoice, while it is that old and open
columns:
  account_id: text
  start_day:  day
  end_day:    day
reads:   [fact.invoice]
caveats:
  - Disputed invoices and balances below the tolerance do not count.
---*/
select
    account_id,
    greatest(start_day, due_day + past_due_churn_days() + 1) as start_day,
    coalesce(end_day, 2147483647)                            as end_day
from fact.invoice
where not is_disputed
and open_balance >= overdue_tolerance()
and coalesce(end_day, 2147483647) > due_day + past_due_churn_days() + 1
