/*---
metric:   clv_customer
title:    Lifetime value of a customer
question: What has this customer brought and what will it bring, less what winning it cost?
kind:     latest
unit:     money
better:   higher
per:      [account]
window:   instant
reads:    [fact.outlook_day, fact.mrr_part, fact.fx_day]
rows_read: [fact.recognised]
rows:     inputs
sources:  [subscription_segment, acquisition_cost]
absent:   no data
bounds:   [-1e15, 1e15]
minimum:  lifetime_minimum
components: [headline, historic, future, cac]
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  Recurring revenue recognised so far, plus what it pays today over the next 36 months as the churn of
  its segment lets expect, both at the gross margin, less the cost of acquisition.
caveats:
  - Revenue is what was recognised, or what the subscriptions brought where nobody recorded it.
  - The cost is the mean of the channels that have credit for it, else the blended cost; a warning
    says which.
  - Who left has no future. A trial has no value.
  - Where nobody of the segment has left yet, all months of the horizon count and it says CAPPED.
related:  [clv_average, ltv_cac]
---*/
with pay as (
    select period.id as period_id, part.account_id, sum(part.mrr * coalesce(fx_day.rate, 0)) as mrr
    from period
    join fact.mrr_part as part
        on  part.start_day <= period.as_of_day
        and coalesce(part.end_day, 2147483647) > period.as_of_day
        and coalesce(part.known_day, 0) <= period.known_day
    left join fact.fx_day
        on  fx_day.currency = part.currency
        and fx_day.day_number = period.as_of_day
    group by period.id, part.account_id
),
worth as (
    select
        outlook_day.*,
        period.id as period_id,
        coalesce(pay.mrr, 0) as mrr,
        rounded(
            as_double(coalesce(pay.mrr, 0)) * as_double(margin) * as_double(worth_months)
        ) as future
    from period
    join fact.outlook_day
        on outlook_day.day_number = period.as_of_day
    left join pay
        on  pay.period_id = period.id
        and pay.account_id = outlook_day.account_id
)
select
    period_id,
    account_id,
    line.component,
    case line.component
        when '' then historic + future - cac
        when 'historic' then historic
        when 'future' then future
        else cac
    end as value,
    coalesce(
        status,
        case when cac is null and line.component in ('', 'cac') then 'NO_DATA' end
    ) as status,
    case when ended = 0 and mrr > 0 and line.component in ('', 'future') then 'CAPPED' end as trust,
    ended as cases,
    'cac_' || basis as warning
from worth
cross join (values (''), ('historic'), ('future'), ('cac')) as line(component)

--- rows: the revenue so far
select
    period.id as period_id,
    recognised.account_id,
    'value' as part,
    coalesce(recognised.amount, recognised.monthly) * fx_day.rate as amount,
    case when recognised.monthly is null then 'revenue_recognised' else 'subscription_segment' end
        as record_table,
    recognised.record_id,
    recognised.start_day as day_number,
    case when recognised.monthly is null then 'recognised' else 'a month' end as label
from period
join fact.recognised
    on recognised.start_day <= period.as_of_day
join fact.fx_day
    on  fx_day.currency = recognised.currency
    and fx_day.day_number = period.as_of_day

/*---
examples:
  - name: 18 months of 500 and the next three years at two percent churn
    as_of: 2025-03-31
    settings: {lifetime_minimum: 1}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        trial      | true
      fact.recognised: |
        account_id | currency | amount | monthly | start_day  | end_day
        acorn      | USD      | 9000   |         | 2025-03-01 |
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s1         | acorn      | USD      | 500 | 2023-10-01 |
      fact.margin_day: |
        account_id | day_number | segment | rate
        acorn      | 2025-03-31 |         | 0.8
        trial      | 2025-03-31 |         | 0.8
      fact.hazard_day: |
        entity_id | day_number | ended | days
        company   | 2025-03-31 | 6     | 9125
      fact.cac_account: |
        account_id | day_number | amount | basis
        acorn      | 2025-03-31 | 1500   | channel
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | component | value            | warnings
      acorn  |           | 15829.0226871679 | cac_channel
      acorn  | historic  | 7200             | cac_channel
      acorn  | future    | 10129.0226871679 | cac_channel
      acorn  | cac       | 1500             | cac_channel


  - name: a discount of ten percent a year makes the future worth less
    as_of: 2025-03-31
    settings: {lifetime_minimum: 1, lifetime_discount_rate: 0.1}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        trial      | true
      fact.recognised: |
        account_id | currency | amount | monthly | start_day  | end_day
        acorn      | USD      | 9000   |         | 2025-03-01 |
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s1         | acorn      | USD      | 500 | 2023-10-01 |
      fact.margin_day: |
        account_id | day_number | segment | rate
        acorn      | 2025-03-31 |         | 0.8
        trial      | 2025-03-31 |         | 0.8
      fact.hazard_day: |
        entity_id | day_number | ended | days
        company   | 2025-03-31 | 6     | 9125
      fact.cac_account: |
        account_id | day_number | amount | basis
        acorn      | 2025-03-31 | 1500   | channel
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | component | value
      acorn  | future    | 8925.610849488


  - name: without recognised revenue the subscriptions tell, and who left has no future
    as_of: 2025-03-31
    settings: {lifetime_minimum: 1}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        trial      | true
      fact.recognised: |
        account_id | currency | amount | monthly | start_day  | end_day
        acorn      | USD      |        | 100     | 2022-04-01 | 2024-03-31
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day | end_day
      fact.margin_day: |
        account_id | day_number | segment | rate
        acorn      | 2025-03-31 |         | 0.8
        trial      | 2025-03-31 |         | 0.8
      fact.hazard_day: |
        entity_id | day_number | ended | days
        company   | 2025-03-31 | 6     | 9125
      fact.cac_account: |
        account_id | day_number | amount | basis
        acorn      | 2025-03-31 | 1500   | channel
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | component | value
      acorn  | historic  | 1920
      acorn  | future    | 0
      acorn  |           | 420


  - name: a trial is worth nothing that one could say
    as_of: 2025-03-31
    settings: {lifetime_minimum: 1}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        trial      | true
      fact.recognised: |
        account_id | currency | amount | monthly | start_day  | end_day
        acorn      | USD      | 9000   |         | 2025-03-01 |
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s1         | acorn      | USD      | 500 | 2023-10-01 |
      fact.margin_day: |
        account_id | day_number | segment | rate
        acorn      | 2025-03-31 |         | 0.8
        trial      | 2025-03-31 |         | 0.8
      fact.hazard_day: |
        entity_id | day_number | ended | days
        company   | 2025-03-31 | 6     | 9125
      fact.cac_account: |
        account_id | day_number | amount | basis
        acorn      | 2025-03-31 | 1500   | channel
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | component | value | status
      trial  |           |       | NO_DATA


  - name: nobody of the segment left, so the horizon stands in
    as_of: 2025-03-31
    settings: {lifetime_minimum: 0}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        trial      | true
      fact.recognised: |
        account_id | currency | amount | monthly | start_day  | end_day
        acorn      | USD      | 1000   |         | 2025-03-01 |
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s1         | acorn      | USD      | 500 | 2023-10-01 |
      fact.margin_day: |
        account_id | day_number | segment | rate
        acorn      | 2025-03-31 | large   | 0.8
        trial      | 2025-03-31 |         | 0.8
      fact.hazard_day: |
        entity_id | day_number | ended | days
        company   | 2025-03-31 | 6     | 9125
        large     | 2025-03-31 | 0     | 900
      fact.cac_account: |
        account_id | day_number | amount | basis
        acorn      | 2025-03-31 | 1500   | channel
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | component | value | status
      acorn  | future    | 14400 | CAPPED
---*/
