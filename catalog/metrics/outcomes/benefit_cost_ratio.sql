/*---
metric:   benefit_cost_ratio
title:    Benefit over cost
question: How many times the cost is the benefit that a customer confirmed?
kind:     ratio
unit:     fraction
better:   higher
per:      [account]
window:   365 days fixed
reads:    [fact.benefit, fact.mrr_day, fact.fx_day]
sources:  [outcome_measurement, subscription_segment]
absent:   no data
bounds:   [0, 1e9]
tags:     [health]
owner:    customer-success
version:  1
meaning: |
  What the customer confirmed in the last 365 days as gained, over what a year costs at the prices
  of the day. Fifteen dollars for every dollar are 15.
caveats:
  - Benefits that we estimated and the customer did not confirm are left out.
  - The cost is twelve times the recurring revenue of the day. Services are not in it.
  - Both are converted at the rate of the day. Without a rate there is no value.
related:  [roi_pct, outcome_attainment]
---*/
with gained as (
    select
        period.id as period_id,
        benefit.account_id,
        cast(sum(benefit.amount * coalesce(fx_day.rate, 0)) as decimal(38, 10)) as amount,
        max(benefit.day_number) as observed_day,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join fact.benefit
        on  benefit.day_number >= period.start_day
        and benefit.day_number <  period.end_day
    left join fact.fx_day
        on  fx_day.currency = benefit.currency
        and fx_day.day_number = period.as_of_day
    group by period.id, benefit.account_id
),
paid as (
    select
        period.id as period_id,
        mrr_day.account_id,
        cast(12 * sum(
            mrr_known(mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day)
            * coalesce(fx_day.rate, 0)
        ) as decimal(38, 10)) as amount,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join fact.mrr_day
        on mrr_day.day_number = period.as_of_day
    left join fact.fx_day
        on  fx_day.currency = mrr_day.currency
        and fx_day.day_number = period.as_of_day
    group by period.id, mrr_day.account_id
)
select
    gained.period_id,
    gained.account_id,
    gained.amount as numerator,
    coalesce(paid.amount, 0) as denominator,
    gained.observed_day,
    coalesce(gained.status, paid.status) as status
from gained
left join paid
    on  paid.period_id = gained.period_id
    and paid.account_id = gained.account_id

/*---
examples:
  - name: fifteen dollars for every dollar are a ratio of 15
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id  | counts_as_logo
        acorn       | true
        brightwater | true
        cobalt      | true
        ember       | true
      fact.mrr_day: |
        account_id  | currency | day_number | mrr
        acorn       | USD      | 2025-05-31 | 833.3333
        brightwater | USD      | 2025-05-31 | 1000
        cobalt      | EUR      | 2025-05-31 | 500
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-05-31 | 1
        EUR      | 2025-05-31 | 2
      fact.benefit: |
        account_id | currency | amount     | day_number
        acorn      | USD      | 49999.994  | 2025-05-31
        acorn      | USD      | 100000     | 2024-06-01
        acorn      | USD      | 777        | 2024-05-31
        acorn      | USD      | 777        | 2025-06-01
        cobalt     | EUR      | 3000       | 2025-05-31
        ember      | USD      | 3000       | 2025-05-31
    expect: |
      entity      | value | status
      acorn       | 15    | OK
      brightwater |       | NO_DATA
      cobalt      | 0.5   | OK
      ember       |       | ZERO_DENOMINATOR

  - name: estimates do not count, and a currency without a rate is never taken for one to one
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-05-31 | 100
        cobalt     | USD      | 2025-05-31 | 100
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-05-31 | 1
      customer.outcome_goal: |
        id | account_id
        g1 | acorn
        g2 | cobalt
      customer.outcome_measurement: |
        goal_id | benefit_amount | ccy | measured_on | confirmed_by
        g1      | 900            | USD | 2025-05-01  | csm_estimate
        g2      | 900            | CHF | 2025-05-01  | customer
    expect: |
      entity | value | status
      acorn  |       | NO_DATA
      cobalt |       | SOURCE_MISSING
---*/
