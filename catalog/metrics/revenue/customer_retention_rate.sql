/*---
metric:   customer_retention_rate
title:    Customer retention rate
question: What share of the customers we had at the opening did we still have at the close?
kind:     ratio
unit:     fraction
better:   higher
per:      [segment, csm, company]
window:   period month
reads:    [fact.customer_day, fact.farewell]
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
with cohort as (
    select
        period.id as period_id,
        opening.account_id,
        case
            when bool_or(closing.account_id is not null) then ''
            else coalesce(max_by(farewell.how, farewell.day_number), 'paused')
        end as left_how,
        coalesce(bool_or(
            closing.account_id is null and farewell.settles_day > period.known_day
        ), false) as provisional
    from period
    join fact.customer_day as opening
        on  opening.day_number = period.start_day - 1
        and coalesce(opening.bridge_known_day, 0) <= period.known_day
        and opening.counts_as_logo
    left join fact.customer_day as closing
        on  closing.account_id = opening.account_id
        and closing.day_number = period.end_day - 1
        and coalesce(closing.bridge_known_day, 0) <= period.known_day
    left join fact.farewell
        on  farewell.account_id = opening.account_id
        and farewell.day_number >= period.start_day
        and farewell.day_number <  period.end_day
        and (farewell.void_day is null or farewell.void_day > period.known_day)
    group by period.id, opening.account_id
)
select
    period_id,
    account_id,
    case when left_how in ('', 'handed_over') then 1 else 0 end as numerator,
    1 as denominator,
    provisional
from cohort
-- A fixed term that ended as agreed may count as neither kept nor lost.
where left_how <> 'completed'
or completed_terms_churn()

--- rows: the customers of the opening
with cohort as (
    select
        period.id as period_id,
        opening.account_id,
        case
            when bool_or(closing.account_id is not null) then ''
            else coalesce(max_by(farewell.how, farewell.day_number), 'paused')
        end as left_how
    from period
    join fact.customer_day as opening
        on  opening.day_number = period.start_day - 1
        and coalesce(opening.bridge_known_day, 0) <= period.known_day
        and opening.counts_as_logo
    left join fact.customer_day as closing
        on  closing.account_id = opening.account_id
        and closing.day_number = period.end_day - 1
        and coalesce(closing.bridge_known_day, 0) <= period.known_day
    left join fact.farewell
        on  farewell.account_id = opening.account_id
        and farewell.day_number >= period.start_day
        and farewell.day_number <  period.end_day
        and (farewell.void_day is null or farewell.void_day > period.known_day)
    group by period.id, opening.account_id
)
select
    period_id,
    account_id,
    side.part,
    case
        when side.part = 'denominator' or left_how in ('', 'handed_over') then 1
        else 0
    end as amount,
    'account' as record_table,
    account_id as record_id,
    case when left_how = '' then 'a customer at the close' else left_how end as label
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
