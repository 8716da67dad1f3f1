/*---
metric:   customer_retention_rate
title:    Customer retention rate
question: What share of the customers we had at the opening did we still have at the close?
kind:     ratio
unit:     fraction
better:   higher
per:      [segment, csm, company]
window:   period month
reads:    [fact.customer_day, fact.mrr_move]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1]
minimum:  churn_minimum
interval: wilson
members:  opening
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  One less the customer churn rate: logos of the opening that are customers at the close, over logos
  of the opening.
caveats:
  - Who joined in the period is in neither number, so growth cannot raise it.
  - Who left and came back within the period was kept. A paused account is a customer for a while.
  - It is about all customers. What became of contracts that were due is the renewal rate.
  - Segment and manager are those of the opening.
related:  [customer_churn_rate, logo_renewal_rate]
---*/
with ends as (
    select
        period.id as period_id,
        customer_day.account_id,
        max(case when customer_day.day_number = period.end_day - 1 then 1 else 0 end) as closing
    from period
    join fact.customer_day
        on  customer_day.day_number in (period.start_day - 1, period.end_day - 1)
        and coalesce(customer_day.bridge_known_day, 0) <= period.known_day
    where customer_day.counts_as_logo
    group by period.id, customer_day.account_id
    having max(case when customer_day.day_number = period.start_day - 1 then 1 else 0 end) = 1
),
farewell as (
    select
        period.id as period_id,
        mrr_move.account_id,
        bool_or(kind = 'churn' and coalesce(reason, '') = 'completed')   as completed,
        bool_or(kind = 'churn')                                          as churned,
        bool_or(kind = 'transfer' and amount < 0)                        as handed_over,
        bool_or(kind = 'churn' and settles_day > period.known_day)       as provisional
    from period
    join fact.mrr_move
        on  mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
        and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
    group by period.id, mrr_move.account_id
),
cohort as (
    select
        ends.period_id,
        ends.account_id,
        case
            when ends.closing = 1 or coalesce(farewell.handed_over and not churned, false) then ''
            when farewell.completed then 'completed'
            else 'lost'
        end as left_how,
        coalesce(farewell.provisional, false) and ends.closing = 0 as provisional
    from ends
    left join farewell
        on  farewell.period_id = ends.period_id
        and farewell.account_id = ends.account_id
)
select
    period_id,
    account_id,
    case when left_how = '' then 1 else 0 end as numerator,
    1 as denominator,
    provisional
from cohort
-- A fixed term that ended as agreed may count as neither kept nor lost.
where left_how <> 'completed'
or completed_terms_churn()

--- rows: the customers of the opening
with ends as (
    select
        period.id as period_id,
        customer_day.account_id,
        max(case when customer_day.day_number = period.end_day - 1 then 1 else 0 end) as closing
    from period
    join fact.customer_day
        on  customer_day.day_number in (period.start_day - 1, period.end_day - 1)
        and coalesce(customer_day.bridge_known_day, 0) <= period.known_day
    where customer_day.counts_as_logo
    group by period.id, customer_day.account_id
    having max(case when customer_day.day_number = period.start_day - 1 then 1 else 0 end) = 1
),
farewell as (
    select
        period.id as period_id,
        mrr_move.account_id,
        bool_or(kind = 'churn' and coalesce(reason, '') = 'completed')   as completed,
        bool_or(kind = 'churn')                                          as churned,
        bool_or(kind = 'transfer' and amount < 0)                        as handed_over,
        bool_or(kind = 'churn' and settles_day > period.known_day)       as provisional
    from period
    join fact.mrr_move
        on  mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
        and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
    group by period.id, mrr_move.account_id
),
cohort as (
    select
        ends.period_id,
        ends.account_id,
        case
            when ends.closing = 1 or coalesce(farewell.handed_over and not churned, false) then ''
            when farewell.completed then 'completed'
            else 'lost'
        end as left_how,
        coalesce(farewell.provisional, false) and ends.closing = 0 as provisional
    from ends
    left join farewell
        on  farewell.period_id = ends.period_id
        and farewell.account_id = ends.account_id
)
select
    period_id,
    account_id,
    side.part,
    case when side.part = 'numerator' and left_how <> '' then 0 else 1 end as amount,
    'account' as record_table,
    account_id as record_id,
    case when left_how = '' then 'a customer at the close' else 'lost' end as label
from cohort
cross join (values ('numerator'), ('denominator')) as side(part)
-- A fixed term that ended as agreed may count as neither kept nor lost.
where left_how <> 'completed'
or completed_terms_churn()

/*---
examples:
  - name: seven of eight stay, and the joiner raises nothing
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
        a4         | true
        a5         | true
        a6         | true
        a7         | true
        a8         | true
        a9         | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        a1         | 2025-02-28 | true
        a1         | 2025-03-31 | true
        a2         | 2025-02-28 | true
        a2         | 2025-03-31 | true
        a3         | 2025-02-28 | true
        a3         | 2025-03-31 | true
        a5         | 2025-02-28 | true
        a5         | 2025-03-31 | true
        a6         | 2025-02-28 | true
        a6         | 2025-03-31 | true
        a7         | 2025-02-28 | true
        a7         | 2025-03-31 | true
        a8         | 2025-02-28 | true
        a8         | 2025-03-31 | true
        a4         | 2025-02-28 | true
        a9         | 2025-03-31 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount
        a4         | USD      | 2025-03-16 | churn | 600
    expect: |
      entity | value | status              | numerator | denominator | ci_low   | ci_high
      (all)  | 0.875 | INSUFFICIENT_SAMPLE | 7         | 8           | 0.529112 | 0.977583

  - name: a merger into another account keeps the customer
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        acorn      | 2025-02-28 | true
        acorn      | 2025-03-31 | true
        cobalt     | 2025-02-28 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind     | amount
        cobalt     | USD      | 2025-03-16 | transfer | -600
        acorn      | USD      | 2025-03-16 | transfer | 600
    expect: |
      entity | value
      (all)  | 1

  - name: nobody to keep
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        acorn      | 2025-03-31 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
        acorn      | USD      | 2025-03-16 | new  | 600
    expect: |
      entity | value | status
      (all)  |       | ZERO_DENOMINATOR
---*/
