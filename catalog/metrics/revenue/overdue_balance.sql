/*---
metric:   overdue_balance
title:    Overdue balance
question: How much of what we billed is late?
kind:     amount
unit:     money
better:   lower
per:      [account, segment, csm, company]
window:   instant
reads:    [fact.bill, fact.fx_day]
sources:  [invoice]
absent:   no data
bounds:   [0, 1e15]
components: [headline, days_1_30, days_31_60, days_61_90, days_over_90, disputed]
tags:     [financial, health]
owner:    revenue-operations
version:  1
meaning: |
  What is open on invoices whose due date has passed, at the rate of the day, and how old it is.
caveats:
  - Disputed invoices are a component of their own and not in the total, unless the workspace wants
    them in.
  - What is not due yet is not in it. Balances too small to chase are not in it either.
related:  [max_days_past_due, late_invoice_flag]
---*/
with line as (
    select * from (values
        ('', 0, 2147483647),
        ('days_1_30', 0, 30), ('days_31_60', 30, 60), ('days_61_90', 60, 90),
        ('days_over_90', 90, 2147483647), ('disputed', -2147483648, 2147483647)
    ) as named(component, more_than, at_most)
)
select
    bill.period_id,
    bill.account_id,
    line.component,
    cast(sum(case
        when case
            when not is_open then false
            when component = 'disputed' then is_disputed
            else counts and age > more_than and age <= at_most
        end then open_balance * coalesce(fx_day.rate, 0)
        else 0
    end) as decimal(38, 10)) as value,
    max(case
        when fx_day.rate is not null or not is_open then null
        when case
            when component = 'disputed' then is_disputed
            else counts and age > more_than and age <= at_most
        end then 'SOURCE_MISSING'
    end) as status
from fact.bill
cross join line
left join fact.fx_day
    on  fx_day.currency = bill.currency
    and fx_day.day_number = bill.as_of_day
group by bill.period_id, bill.account_id, line.component

--- rows: the invoices that are late or disputed
with line as (
    select * from (values
        ('', 0, 2147483647),
        ('days_1_30', 0, 30), ('days_31_60', 30, 60), ('days_61_90', 60, 90),
        ('days_over_90', 90, 2147483647), ('disputed', -2147483648, 2147483647)
    ) as named(component, more_than, at_most)
)
select
    bill.period_id,
    bill.account_id,
    line.component,
    'value' as part,
    open_balance * fx_day.rate as amount,
    'invoice' as record_table,
    invoice_id as record_id,
    due_day as day_number,
    concat_ws(' ', open_balance, bill.currency, age, 'days') as label
from fact.bill
cross join line
join fact.fx_day
    on  fx_day.currency = bill.currency
    and fx_day.day_number = bill.as_of_day
where case
        when not is_open then false
        when component = 'disputed' then is_disputed
        else counts and age > more_than and age <= at_most
    end

/*---
examples:
  - name: what is left after a part was paid, by age, in one currency
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.invoice: |
        invoice_id | account_id | currency | open_balance | due_day    | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | USD      | 100          | 2025-05-20 | false       | false      | 2025-04-01 | 2025-05-25
        i1         | acorn      | USD      | 20           | 2025-05-20 | false       | false      | 2025-05-25 |
        i2         | acorn      | EUR      | 100          | 2025-04-30 | false       | false      | 2025-04-01 |
        i3         | acorn      | USD      | 500          | 2025-05-31 | false       | false      | 2025-04-01 |
        i4         | cobalt     | USD      | 70           | 2025-01-01 | false       | false      | 2024-12-01 |
        i5         | cobalt     | USD      | 5            | 2025-01-01 | true        | false      | 2024-12-01 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-05-31 | 1
        EUR      | 2025-05-31 | 1.1
    expect: |
      entity | component    | value
      acorn  |              | 130
      acorn  | days_1_30    | 20
      acorn  | days_31_60   | 110
      (all)  |              | 200
      (all)  | days_over_90 | 70
      (all)  | disputed     | 5

  - name: all paid is zero, and no invoice ever is no zero
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.invoice: |
        invoice_id | account_id | currency | open_balance | due_day    | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | USD      | 100          | 2025-05-20 | false       | false      | 2025-04-01 | 2025-05-25
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-05-31 | 1
        EUR      | 2025-05-31 | 1.1
    expect: |
      entity | value | status
      acorn  | 0     | OK
      cobalt |       | NO_DATA
---*/
