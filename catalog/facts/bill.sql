/*---
fact:    bill
title:   An invoice as it stands at the close of a day
grain:   one invoice, one period that is asked about, seen at its as-of day
per:     period
columns:
  period_id:    count
  as_of_day:    day
  invoice_id:   text
  account_id:   text
  currency:     text
  open_balance: money
  due_day:      day
  is_disputed:  flag
  is_open:      flag
  counts:       flag
  age:          day
reads:   [fact.invoice]
caveats:
  - Open is a balance that is worth chasing. Age is the days since it was due.
  - Disputed invoices, and those written off long ago, are here and do not count.
---*/
select
    period.id as period_id,
    period.as_of_day,
    invoice.invoice_id,
    invoice.account_id,
    invoice.currency,
    invoice.open_balance,
    invoice.due_day,
    invoice.is_disputed,
    coalesce(invoice.end_day > period.as_of_day, true)
        and invoice.open_balance >= overdue_tolerance() as is_open,
    (not invoice.is_disputed or disputed_invoices_count())
        and not coalesce(
            invoice.writes_off and period.as_of_day - invoice.due_day > written_off_days(),
            false
        ) as counts,
    period.as_of_day - invoice.due_day as age
from period
join fact.invoice
    on invoice.start_day <= period.as_of_day
