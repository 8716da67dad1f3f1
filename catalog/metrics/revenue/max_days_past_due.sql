/*---
metric:   max_days_past_due
title:    Worst overdue age
question: For how many days has the oldest unpaid invoice been overdue?
kind:     latest
unit:     days
better:   lower
per:      [account]
window:   instant
reads:    [fact.bill, fact.fx_day]
rows:     max
sources:  [invoice]
absent:   no data
bounds:   [0, 1e15]
components: [headline, overdue_balance, disputed_balance]
component_units: {overdue_balance: money, disputed_balance: money}
tags:     [financial, health]
owner:    revenue-operations
version:  1
meaning: |
  Days since the due date of the oldest invoice with an open balance. Zero means that the account has
  had invoices and none of them is late.
caveats:
  - A partial payment leaves the rest as late as it was. A balance below one unit is ignored.
  - Disputed invoices stay out unless the workspace wants them in. The component disputed_balance is
    what is open on them, overdue_balance what is open on the late ones that count.
  - Written-off invoices stay in for a while from their due date, usually 180 days.
  - An account that never had an invoice has no value.
related:  [late_invoice_flag, overdue_balance]
---*/
with money as (
    select
        bill.period_id,
        bill.account_id,
        side.component,
        sum(case
            when side.component = 'overdue_balance' and is_open and counts and age > 0
                then open_balance * coalesce(fx_day.rate, 0)
            when side.component = 'disputed_balance' and is_open and is_disputed
                then open_balance * coalesce(fx_day.rate, 0)
            else 0
        end) as value,
        max(case
            when fx_day.rate is not null or not is_open then null
            when side.component = 'overdue_balance' and counts and age > 0 then 'SOURCE_MISSING'
            when side.component = 'disputed_balance' and is_disputed then 'SOURCE_MISSING'
        end) as status
    from fact.bill
    left join fact.fx_day
        on  fx_day.currency = bill.currency
        and fx_day.day_number = bill.as_of_day
    cross join (values ('overdue_balance'), ('disputed_balance')) as side(component)
    group by bill.period_id, bill.account_id, side.component
)
select
    period_id,
    account_id,
    '' as component,
    cast(max(case
        when is_open and counts then greatest(coalesce(age, 0), 0)
        else 0
    end) as decimal(38, 10)) as value,
    -- An open invoice that nobody knows when to expect cannot be called in time, and hides none that
    -- is late.
    case
        when max(case when is_open and counts then greatest(coalesce(age, 0), 0) end) = 0
            then max(case when is_open and counts and due_day is null then 'NO_DATA' end)
    end as status
from fact.bill
group by period_id, account_id
union all
select period_id, account_id, component, cast(value as decimal(38, 10)) as value, status
from money

--- rows: the invoices, with the days that each is late
select
    period_id,
    account_id,
    'value' as part,
    case when is_open and counts then greatest(coalesce(age, 0), 0) else 0 end as amount,
    'invoice' as record_table,
    invoice_id as record_id,
    due_day as day_number,
    case
        when is_open and is_disputed then 'disputed'
        when is_open and not counts then 'written off'
        when is_open then 'open'
        else 'settled'
    end as label
from fact.bill

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
        invoice_id | account_id | currency | open_balance | due_day    | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | USD      | 100          | 2025-05-01 | false       | false      | 2025-04-01 |
        i2         | cobalt     | USD      | 100          | 2025-04-30 | false       | false      | 2025-04-01 |
        i3         | cobalt     | USD      | 100          | 2025-05-20 | false       | false      | 2025-04-01 |
        i4         | dovetail   | USD      | 100          | 2025-06-10 | false       | false      | 2025-05-10 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-05-31 | 1
        EUR      | 2025-05-31 | 1.1
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
        invoice_id | account_id | currency | open_balance | due_day    | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | USD      | 100          | 2025-01-01 | false       | false      | 2024-12-01 | 2025-03-01
        i2         | cobalt     | USD      | 100          | 2025-01-01 | true        | false      | 2024-12-01 |
        i3         | dovetail   | USD      | 0.5          | 2025-01-01 | false       | false      | 2024-12-01 |
        i4         | ember      | USD      | 100          | 2024-11-01 | false       | true       | 2024-10-01 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-05-31 | 1
        EUR      | 2025-05-31 | 1.1
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
        invoice_id | account_id | currency | open_balance | due_day | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | USD      | 100          |         | false       | false      | 2024-12-01 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-05-31 | 1
        EUR      | 2025-05-31 | 1.1
    expect: |
      entity | value | status
      acorn  |       | NO_DATA

  - name: what is late and what is disputed, in one currency
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.invoice: |
        invoice_id | account_id | currency | open_balance | due_day    | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | USD      | 100          | 2025-05-01 | false       | false      | 2025-04-01 |
        i2         | acorn      | EUR      | 100          | 2025-05-30 | false       | false      | 2025-04-01 |
        i3         | acorn      | USD      | 40           | 2025-01-01 | true        | false      | 2024-12-01 |
        i4         | acorn      | USD      | 900          | 2025-06-30 | false       | false      | 2025-05-01 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-05-31 | 1
        EUR      | 2025-05-31 | 1.1
    expect: |
      entity | component        | value
      acorn  |                  | 30
      acorn  | overdue_balance  | 210
      acorn  | disputed_balance | 40

  - name: a workspace may let disputed invoices count, and forget written-off ones sooner
    as_of: 2025-05-31
    settings: {disputed_invoices_count: true, written_off_days: 30}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.invoice: |
        invoice_id | account_id | currency | open_balance | due_day    | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | USD      | 100          | 2025-05-21 | true        | false      | 2025-04-01 |
        i2         | cobalt     | USD      | 100          | 2025-04-30 | false       | true       | 2025-04-01 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-05-31 | 1
        EUR      | 2025-05-31 | 1.1
    expect: |
      entity | value
      acorn  | 10
      cobalt | 0
---*/
