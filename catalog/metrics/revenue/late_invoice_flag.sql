/*---
metric:   late_invoice_flag
title:    Late invoice
question: Is an invoice of the account more than 30 days late?
kind:     ratio
unit:     flag
better:   lower
per:      [account, csm, company]
window:   instant
reads:    [fact.invoice, fact.customer_day]
rows:     sum for accounts, inputs
sources:  [invoice]
absent:   no data
bounds:   [0, 1]
components: [headline, days_1_30, days_31_60, days_61_90, days_over_90]
tags:     [financial, health]
owner:    revenue-operations
version:  1
meaning: |
  Yes when the oldest invoice that counts has been overdue for more than 30 days, or what the workspace
  sets. Of a group it is the share of customers with an invoice. The other components are the shares
  by the age of the worst invoice.
caveats:
  - The thirtieth day is not late, the thirty-first is.
  - An account that never had an invoice has no flag.
  - A former customer keeps its flag, but is in no share.
  - Disputed invoices and small balances do not count.
related:  [max_days_past_due, overdue_balance]
---*/
with bill as (
    select
        period.id as period_id,
        invoice.*,
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
),
worst as (
    select
        period_id,
        account_id,
        max(case
            when is_open and counts then greatest(coalesce(age, 0), 0)
            else 0
        end) as age,
        -- An undated invoice leaves it open whether the account is late, unless another one is.
        case
            when max(case when is_open and counts then coalesce(age, 0) else 0 end)
                <= late_invoice_days()
                then max(case when is_open and counts and due_day is null then 'NO_DATA' end)
        end as status
    from bill
    group by period_id, account_id
),
line as (
    select * from (values
        ('', late_invoice_days(), 2147483647),
        ('days_1_30', 0, 30), ('days_31_60', 30, 60), ('days_61_90', 60, 90),
        ('days_over_90', 90, 2147483647)
    ) as named(component, more_than, at_most)
)
select
    worst.period_id,
    worst.account_id,
    line.component,
    case when age > more_than and age <= at_most then 1 else 0 end as numerator,
    1 as denominator,
    worst.status
from worst
cross join line

--- groups: the share is of customers with an invoice, and of those of whom one can say
with bill as (
    select
        period.id as period_id,
        invoice.*,
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
),
worst as (
    select
        period_id,
        account_id,
        max(case
            when is_open and counts then greatest(coalesce(age, 0), 0)
            else 0
        end) as age,
        -- An undated invoice leaves it open whether the account is late, unless another one is.
        case
            when max(case when is_open and counts then coalesce(age, 0) else 0 end)
                <= late_invoice_days()
                then max(case when is_open and counts and due_day is null then 'NO_DATA' end)
        end as status
    from bill
    group by period_id, account_id
),
line as (
    select * from (values
        ('', late_invoice_days(), 2147483647),
        ('days_1_30', 0, 30), ('days_31_60', 30, 60), ('days_61_90', 60, 90),
        ('days_over_90', 90, 2147483647)
    ) as named(component, more_than, at_most)
)
select
    worst.period_id,
    member.entity_id,
    line.component,
    sum(case when age > more_than and age <= at_most then 1 else 0 end) as numerator,
    count(*) as denominator
from worst
join period
    on period.id = worst.period_id
join member
    on  member.period_id = worst.period_id
    and member.account_id = worst.account_id
join fact.customer_day
    on  customer_day.account_id = worst.account_id
    and customer_day.day_number = period.as_of_day
    and coalesce(customer_day.bridge_known_day, 0) <= period.known_day
cross join line
where worst.status is null
group by worst.period_id, member.entity_id, line.component

--- rows: the worst invoice of each account
with bill as (
    select
        period.id as period_id,
        invoice.*,
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
),
worst as (
    select
        period_id,
        account_id,
        max(case
            when is_open and counts then greatest(coalesce(age, 0), 0)
            else 0
        end) as age,
        -- An undated invoice leaves it open whether the account is late, unless another one is.
        case
            when max(case when is_open and counts then coalesce(age, 0) else 0 end)
                <= late_invoice_days()
                then max(case when is_open and counts and due_day is null then 'NO_DATA' end)
        end as status
    from bill
    group by period_id, account_id
),
line as (
    select * from (values
        ('', late_invoice_days(), 2147483647),
        ('days_1_30', 0, 30), ('days_31_60', 30, 60), ('days_61_90', 60, 90),
        ('days_over_90', 90, 2147483647)
    ) as named(component, more_than, at_most)
)
select
    worst.period_id,
    worst.account_id,
    line.component,
    side.part,
    case
        when side.part = 'denominator' then 1
        when age > more_than and age <= at_most then 1
        else 0
    end as amount,
    'account' as record_table,
    worst.account_id as record_id,
    concat(age, ' days') as label
from worst
cross join line
cross join (values ('numerator'), ('denominator')) as side(part)
where worst.status is null

/*---
examples:
  - name: 30 days are not late and 31 are, and the share is of customers with an invoice
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
        flint      | true
      fact.invoice: |
        invoice_id | account_id | currency | open_balance | due_day    | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | USD      | 100          | 2025-05-01 | false       | false      | 2025-04-01 |
        i2         | cobalt     | USD      | 100          | 2025-04-30 | false       | false      | 2025-04-01 |
        i3         | dovetail   | USD      | 100          | 2025-06-10 | false       | false      | 2025-05-10 |
        i4         | flint      | USD      | 100          | 2025-01-01 | false       | false      | 2024-12-10 |
      fact.customer_day: |
        account_id | day_number | is_paying | counts_as_logo
        acorn      | 2025-05-31 | true      | true
        cobalt     | 2025-05-31 | true      | true
        dovetail   | 2025-05-31 | true      | true
        ember      | 2025-05-31 | true      | true
    expect: |
      entity   | component    | value          | denominator
      acorn    |              | 0              | 1
      cobalt   |              | 1              | 1
      dovetail |              | 0              | 1
      flint    |              | 1              | 1
      (all)    |              | 0.333333333333 | 3
      (all)    | days_1_30    | 0.333333333333 | 3
      (all)    | days_31_60   | 0.333333333333 | 3
      (all)    | days_61_90   | 0              | 3
      (all)    | days_over_90 | 0              | 3

  - name: whose invoice nobody knows when to expect is in no share, and a part paid is still late
    as_of: 2025-05-31
    settings: {late_invoice_days: 10}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.invoice: |
        invoice_id | account_id | currency | open_balance | due_day    | is_disputed | writes_off | start_day  | end_day
        i1         | acorn      | USD      | 100          | 2025-05-20 | false       | false      | 2025-04-01 | 2025-05-25
        i1         | acorn      | USD      | 20           | 2025-05-20 | false       | false      | 2025-05-25 |
        i2         | cobalt     | USD      | 100          |            | false       | false      | 2025-04-01 |
      fact.customer_day: |
        account_id | day_number | is_paying | counts_as_logo
        acorn      | 2025-05-31 | true      | true
        cobalt     | 2025-05-31 | true      | true
        dovetail   | 2025-05-31 | true      | true
    expect: |
      entity   | component | value | status
      acorn    |           | 1     | OK
      cobalt   |           |       | NO_DATA
      dovetail |           |       | NO_DATA
      (all)    |           | 1     | OK
---*/
