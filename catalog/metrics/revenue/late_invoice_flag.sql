/*---
metric:   late_invoice_flag
title:    Late invoice
question: Is an invoice of the account more than 30 days late?
kind:     ratio
unit:     flag
better:   lower
per:      [account, csm, company]
window:   instant
reads:    [fact.lateness, fact.customer_day]
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
with line as (
    select component, coalesce(more_than, late_invoice_days()) as more_than, at_most
    from (values
        ('', null, 2147483647),
        ('days_1_30', 0, 30), ('days_31_60', 30, 60), ('days_61_90', 60, 90),
        ('days_over_90', 90, 2147483647)
    ) as named(component, more_than, at_most)
)
select
    lateness.period_id,
    lateness.account_id,
    line.component,
    case when age > more_than and age <= at_most then 1 else 0 end as numerator,
    1 as denominator,
    lateness.status
from fact.lateness
cross join line

--- groups: the share is of customers with an invoice, and of those of whom one can say
with line as (
    select component, coalesce(more_than, late_invoice_days()) as more_than, at_most
    from (values
        ('', null, 2147483647),
        ('days_1_30', 0, 30), ('days_31_60', 30, 60), ('days_61_90', 60, 90),
        ('days_over_90', 90, 2147483647)
    ) as named(component, more_than, at_most)
)
select
    lateness.period_id,
    member.entity_id,
    line.component,
    sum(case when age > more_than and age <= at_most then 1 else 0 end) as numerator,
    count(*) as denominator
from fact.lateness
join period
    on period.id = lateness.period_id
join member
    on  member.period_id = lateness.period_id
    and member.account_id = lateness.account_id
join fact.customer_day
    on  customer_day.account_id = lateness.account_id
    and customer_day.day_number = period.as_of_day
    and coalesce(customer_day.bridge_known_day, 0) <= period.known_day
cross join line
where lateness.status is null
group by lateness.period_id, member.entity_id, line.component

--- rows: the worst invoice of each account
with line as (
    select component, coalesce(more_than, late_invoice_days()) as more_than, at_most
    from (values
        ('', null, 2147483647),
        ('days_1_30', 0, 30), ('days_31_60', 30, 60), ('days_61_90', 60, 90),
        ('days_over_90', 90, 2147483647)
    ) as named(component, more_than, at_most)
)
select
    lateness.period_id,
    lateness.account_id,
    line.component,
    side.part,
    case
        when side.part = 'denominator' then 1
        when age > more_than and age <= at_most then 1
        else 0
    end as amount,
    'account' as record_table,
    lateness.account_id as record_id,
    concat(age, ' days') as label
from fact.lateness
cross join line
cross join (values ('numerator'), ('denominator')) as side(part)
where lateness.status is null

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
