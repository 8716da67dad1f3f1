/*---
metric:   max_days_past_due
title:    Worst overdue age
question: For how many days has the oldest unpaid invoice been overdue?
kind:     latest
unit:     days
better:   lower
per:      [account]
window:   instant
reads:    [fact.invoice]
sources:  [invoice]
absent:   no data
bounds:   [0, 1e5]
tags:     [financial, health]
owner:    revenue-operations
version:  1
meaning: |
  Days since the due date of the oldest invoice with an open balance. Zero means that the account has
  had invoices and none of them is late.
caveats:
  - A partial payment leaves the rest as late as it was. A balance below one unit is ignored.
  - Disputed invoices stay out. Written-off ones stay in for 180 days from their due date.
  - An account that never had an invoice has no value.
related:  [mrr]
---*/
select
    period.id as period_id,
    invoice.account_id,
    max(case
        when invoice.end_day is not null and invoice.end_day <= period.as_of_day then 0
        when invoice.open_balance < 1 then 0
        when invoice.is_disputed      then 0
        when invoice.writes_off and period.as_of_day - invoice.due_day > 180 then 0
        else greatest(period.as_of_day - coalesce(invoice.due_day, period.as_of_day), 0)
    end) as value,
    -- An open invoice that nobody knows when to expect cannot be called in time.
    max(case
        when invoice.due_day is null
            and invoice.open_balance >= 1
            and not invoice.is_disputed
            and coalesce(invoice.end_day > period.as_of_day, true) then 'NO_DATA'
    end) as status
from period
join fact.invoice
    on invoice.start_day <= period.as_of_day
group by period.id, invoice.account_id

/*---
examples:
  - name: 30 days, 31 days, and not yet due
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.invoice: |
        invoice_id | account_id | open_balance | due_day    | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | 100          | 2025-05-01 | false       | false      | 2025-04-01 |
        i2         | cobalt     | 100          | 2025-04-30 | false       | false      | 2025-04-01 |
        i3         | cobalt     | 100          | 2025-05-20 | false       | false      | 2025-04-01 |
        i4         | dovetail   | 100          | 2025-06-10 | false       | false      | 2025-05-10 |
    expect: |
      entity   | value | status
      acorn    | 30    | OK
      cobalt   | 31    | OK
      dovetail | 0     | OK
      ember    |       | NO_DATA

  - name: paid, disputed, nearly nothing, and written off long ago are not late
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.invoice: |
        invoice_id | account_id | open_balance | due_day    | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | 100          | 2025-01-01 | false       | false      | 2024-12-01 | 2025-03-01
        i2         | cobalt     | 100          | 2025-01-01 | true        | false      | 2024-12-01 |
        i3         | dovetail   | 0.5          | 2025-01-01 | false       | false      | 2024-12-01 |
        i4         | ember      | 100          | 2024-11-01 | false       | true       | 2024-10-01 |
    expect: |
      entity   | value
      acorn    | 0
      cobalt   | 0
      dovetail | 0
      ember    | 0

  - name: without a due date and without terms nobody can say
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.invoice: |
        invoice_id | account_id | open_balance | due_day | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | 100          |         | false       | false      | 2024-12-01 |
    expect: |
      entity | value | status
      acorn  |       | NO_DATA
---*/
