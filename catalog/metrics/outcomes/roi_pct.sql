/*---
metric:   roi_pct
title:    Return on investment
question: What is left of the confirmed benefit after the cost, for every hundred of cost?
kind:     percentage
unit:     percent
better:   higher
per:      [account]
window:   365 days fixed
reads:    [fact.benefit, fact.service, fact.mrr_day, fact.fx_day]
sources:  [outcome_measurement, subscription_segment]
absent:   no data
bounds:   [-100, 1e9]
components: [headline, with_estimates]
tags:     [health]
owner:    customer-success
version:  2
meaning: |
  The benefit that the customer confirmed in the last 365 days, less what a year costs at the prices
  of the day, over that cost. Fifteen dollars for every dollar are 1,400 %.
caveats:
  - Only what the customer confirmed counts. With our own estimates, for goals without a confirmed
    amount in the window, it is the component with_estimates.
  - The cost is twelve times the recurring revenue of the day, and the services of the last 365 days
    where they are known.
  - All is converted at the rate of the day. Without a rate there is no value.
related:  [benefit_cost_ratio, outcome_attainment]
---*/
with benefit as (
    select
        period.id as period_id,
        period.as_of_day,
        benefit.*,
        bool_or(benefit.is_confirmed) over (
            partition by period.id, benefit.goal_id
        ) as has_confirmed
    from period
    join fact.benefit
        on  benefit.day_number >= period.start_day
        and benefit.day_number <  period.end_day
),
gained as (
    select
        benefit.period_id,
        benefit.account_id,
        line.component,
        cast(sum(benefit.amount * coalesce(fx_day.rate, 0)) as decimal(38, 10)) as amount,
        max(benefit.day_number) as observed_day,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from benefit
    join (values (''), ('with_estimates')) as line(component)
        on benefit.is_confirmed or (line.component <> '' and not benefit.has_confirmed)
    left join fact.fx_day
        on  fx_day.currency = benefit.currency
        and fx_day.day_number = benefit.as_of_day
    group by benefit.period_id, benefit.account_id, line.component
),
paid as (
    select
        period.id as period_id, period.as_of_day, mrr_day.account_id, mrr_day.currency,
        12 * mrr_known(
            mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day
        ) as amount
    from period
    join fact.mrr_day
        on mrr_day.day_number = period.as_of_day
    union all
    select period.id, period.as_of_day, service.account_id, service.currency, service.amount
    from period
    join fact.service
        on  service.day_number >= period.start_day
        and service.day_number <  period.end_day
),
cost as (
    select
        paid.period_id,
        paid.account_id,
        cast(sum(paid.amount * coalesce(fx_day.rate, 0)) as decimal(38, 10)) as amount,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from paid
    left join fact.fx_day
        on  fx_day.currency = paid.currency
        and fx_day.day_number = paid.as_of_day
    group by paid.period_id, paid.account_id
)
select
    gained.period_id,
    gained.account_id,
    gained.component,
    gained.amount - coalesce(cost.amount, 0) as numerator,
    coalesce(cost.amount, 0) as denominator,
    gained.observed_day,
    coalesce(gained.status, cost.status) as status
from gained
left join cost
    on  cost.period_id = gained.period_id
    and cost.account_id = gained.account_id

--- rows: what was gained, and what it cost
with benefit as (
    select
        period.id as period_id,
        benefit.*,
        bool_or(benefit.is_confirmed) over (
            partition by period.id, benefit.goal_id
        ) as has_confirmed
    from period
    join fact.benefit
        on  benefit.day_number >= period.start_day
        and benefit.day_number <  period.end_day
),
flow as (
    select
        benefit.period_id, benefit.account_id, line.part, line.component, benefit.currency,
        benefit.amount, 'outcome_measurement' as record_table,
        benefit.measurement_id as record_id, benefit.day_number,
        case when not benefit.is_confirmed then 'our estimate' end as label
    from benefit
    join (values ('numerator', ''), ('numerator', 'with_estimates')) as line(part, component)
        on benefit.is_confirmed or (line.component <> '' and not benefit.has_confirmed)
    union all
    select
        paid.period_id, paid.account_id, line.part, line.component, paid.currency,
        paid.amount * line.sign, paid.record_table, paid.record_id, paid.day_number, paid.label
    from (
        select
            period.id as period_id, mrr_day.account_id, mrr_day.currency,
            12 * mrr_known(
                mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day
            )                       as amount,
            'account'               as record_table,
            mrr_day.account_id      as record_id,
            mrr_day.day_number,
            'a year at the prices of the day' as label
        from period
        join fact.mrr_day
            on mrr_day.day_number = period.as_of_day
        union all
        select
            period.id, service.account_id, service.currency, service.amount,
            'subscription_segment', service.segment_id, service.day_number, 'a service'
        from period
        join fact.service
            on  service.day_number >= period.start_day
            and service.day_number <  period.end_day
    ) as paid
    cross join (
    values ('denominator', '', 1), ('denominator', 'with_estimates', 1),
        ('numerator', '', -1), ('numerator', 'with_estimates', -1)
) as line(part, component, sign)
)
select
    flow.period_id, flow.account_id, flow.part, flow.component,
    flow.amount * fx_day.rate as amount,
    flow.record_table, flow.record_id, flow.day_number, flow.label
from flow
join period
    on period.id = flow.period_id
join fact.fx_day
    on  fx_day.currency = flow.currency
    and fx_day.day_number = period.as_of_day

/*---
examples:
  - name: fifteen dollars for every dollar are a return of 1,400 %
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
      fact.service: |
        account_id | currency | amount | day_number
      fact.benefit: |
        account_id | goal_id | is_confirmed | currency | amount     | day_number
        acorn      | a1      | true         | USD      | 49999.994  | 2025-05-31
        acorn      | a1      | true         | USD      | 100000     | 2024-06-01
        acorn      | a1      | true         | USD      | 777        | 2024-05-31
        acorn      | a1      | true         | USD      | 777        | 2025-06-01
        cobalt     | c1      | true         | EUR      | 3000       | 2025-05-31
        ember      | e1      | true         | USD      | 3000       | 2025-05-31
    expect: |
      entity      | value | status           | observed
      acorn       | 1400  | OK               | 2025-05-31
      brightwater |       | NO_DATA          |
      cobalt      | -50   | OK               | 2025-05-31
      ember       |       | ZERO_DENOMINATOR |

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
      fact.service: |
        account_id | currency | amount | day_number
      customer.outcome_goal: |
        id | account_id
        g1 | acorn
        g2 | cobalt
      customer.outcome_measurement: |
        goal_id | benefit_amount | ccy | measured_on | confirmed_by
        g1      | 900            | USD | 2025-05-01  | csm_estimate
        g2      | 900            | CHF | 2025-05-01  | customer
    expect: |
      entity | component      | value | status
      acorn  |                |       | NO_DATA
      acorn  | with_estimates | -25  | OK
      cobalt |                |       | SOURCE_MISSING

  - name: services are part of the cost, and an estimate never joins a confirmed amount
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-05-31 | 50
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-05-31 | 1
      customer.subscription_segment: |
        id | account_id | kind     | quantity | unit_price | pct_discount | fixed_discount | ccy | start_date
        s1 | acorn      | one_time | 2        | 300        | 0.5          | 0              | USD | 2024-06-01
        s2 | acorn      | one_time | 1        | 100        | 0            | 0              | USD | 2025-05-31
        s3 | acorn      | one_time | 1        | 999        | 0            | 0              | USD | 2024-05-31
        s4 | acorn      | one_time | 1        | 999        | 0            | 0              | USD | 2025-06-01
        s5 | acorn      | metered  | 1        | 999        | 0            | 0              | USD | 2025-05-01
        s6 | cobalt     | one_time | 1        | 500        | 0            | 0              | USD | 2025-05-01
      fact.benefit: |
        account_id | goal_id | is_confirmed | currency | amount | day_number
        acorn      | g1      | true         | USD      | 1500   | 2025-05-01
        acorn      | g1      | false        | USD      | 9000   | 2025-05-02
        acorn      | g2      | false        | USD      | 500    | 2025-05-02
        acorn      | g2      | true         | USD      | 9000   | 2025-06-02
        cobalt     | g3      | true         | USD      | 1000   | 2025-05-01
    expect: |
      entity | component      | value | denominator
      acorn  |                | 50   | 1000
      acorn  | with_estimates | 100     | 1000
      cobalt |                | 100     | 500
---*/
