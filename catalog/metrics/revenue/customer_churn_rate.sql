/*---
metric:   customer_churn_rate
title:    Customer churn rate
question: What share of the customers we had at the opening had left by the close?
kind:     ratio
unit:     fraction
better:   lower
per:      [segment, csm, company]
window:   period month
reads:    [fact.customer_day]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1]
minimum:  30
interval: wilson
members:  opening
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  Logos, not subscriptions: an account that drops one of two plans has not left. Below 30 customers
  the rate is shown with its interval and judged by nobody.
caveats:
  - Who joined and left within the period is in neither number.
  - Who left and came back within the period has not left.
  - A paused account stays a customer for 90 days.
  - Segment and manager are those of the opening.
related:  [gross_revenue_retention, mrr_movement]
---*/
with customer as (
    select
        period.id as period_id,
        customer_day.account_id,
        max(case when customer_day.day_number = period.start_day - 1 then 1 else 0 end) as opening,
        max(case when customer_day.day_number = period.end_day - 1 then 1 else 0 end)   as closing
    from period
    join fact.customer_day
        on  customer_day.day_number in (period.start_day - 1, period.end_day - 1)
        and (
            customer_day.bridge_known_day is null
            or customer_day.bridge_known_day <= period.known_day
        )
    where customer_day.counts_as_logo
    group by period.id, customer_day.account_id
)
select
    period_id,
    account_id,
    1 - closing as numerator,
    1           as denominator
from customer
where opening = 1

/*---
examples:
  - name: one of eight leaves, and who came and went counts nowhere
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
        a2         | 2025-02-28 | true
        a3         | 2025-02-28 | true
        a4         | 2025-02-28 | true
        a5         | 2025-02-28 | true
        a6         | 2025-02-28 | true
        a7         | 2025-02-28 | true
        a8         | 2025-02-28 | true
        a1         | 2025-03-31 | true
        a2         | 2025-03-31 | true
        a3         | 2025-03-31 | true
        a5         | 2025-03-31 | true
        a6         | 2025-03-31 | true
        a7         | 2025-03-31 | true
        a8         | 2025-03-31 | true
        a9         | 2025-03-20 | true
    expect: |
      entity | value | status              | numerator | denominator | ci_low   | ci_high
      (all)  | 0.125 | INSUFFICIENT_SAMPLE | 1         | 8           | 0.022417 | 0.470888

  - name: a subsidiary is no logo of its own
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        branch     | false
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        acorn      | 2025-02-28 | true
        acorn      | 2025-03-31 | true
        branch     | 2025-02-28 | false
    expect: |
      entity | value | denominator
      (all)  | 0     | 1

  - name: without customers at the opening there is no rate
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        dovetail   | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        dovetail   | 2025-03-31 | true
    expect: |
      entity | value | status
      (all)  |       | ZERO_DENOMINATOR
---*/
