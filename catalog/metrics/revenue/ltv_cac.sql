/*---
metric:   ltv_cac
title:    Lifetime value over cost of winning
question: How many times does a customer bring back what winning it cost?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, company]
window:   instant
reads:    [fact.outlook_day, fact.mrr_part, fact.margin_day, fact.customer_stay, fact.cac_group,
          fact.fx_day]
rows:     inputs
sources:  [subscription_segment, acquisition_cost]
absent:   zero denominator
bounds:   [0, 1e9]
minimum:  lifetime_minimum
components: [headline, payback_months]
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  Lifetime value before the cost of winning is taken off, over that cost. The component payback_months
  says after how many months the margin has paid it back.
caveats:
  - Taking the cost off first and then dividing by it would count it twice.
  - Without a known cost, or with none, there is no ratio.
  - An account has its own past and future, a group the average and the lifetime of its customers.
related:  [clv_average, clv_customer, cac_blended]
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
    '' as component,
    cast(historic + future as decimal(38, 10)) as numerator,
    cast(coalesce(cac, 0) as decimal(38, 10))  as denominator,
    status,
    case when ended = 0 and mrr > 0 then 'CAPPED' end as trust,
    ended as cases
from worth

--- groups: before the cost of winning is taken off
with paying as (
    select
        member.period_id,
        member.entity_id,
        count(distinct part.account_id) as accounts,
        sum(part.mrr * coalesce(fx_day.rate, 0) * margin_day.rate) as margin,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from member
    join period
        on period.id = member.period_id
    join fact.mrr_part as part
        on  part.account_id = member.account_id
        and part.start_day <= period.as_of_day
        and coalesce(part.end_day, 2147483647) > period.as_of_day
        and coalesce(part.known_day, 0) <= period.known_day
    join fact.margin_day
        on  margin_day.account_id = part.account_id
        and margin_day.day_number = period.as_of_day
    left join fact.fx_day
        on  fx_day.currency = part.currency
        and fx_day.day_number = period.as_of_day
    group by member.period_id, member.entity_id
),
observed as (
    select
        member.period_id,
        member.entity_id,
        least(coalesce(stay.end_day, 2147483647), period.as_of_day + 1) - stay.start_day as days,
        coalesce(stay.end_day <= period.as_of_day, false) as ended
    from member
    join period
        on period.id = member.period_id
    join fact.customer_stay as stay
        on  stay.account_id = member.account_id
        and stay.start_day <= period.as_of_day
)
select
    paying.period_id,
    paying.entity_id,
    line.component,
    rounded(case
        when line.component = 'payback_months' then divided(cac_group.spend, cac_group.newcomers)
        else divided(12 * paying.margin, paying.accounts) * case
                when stay.ended = 0                     then divided(annual_lifetime_months(), 12)
                else divided(stay.mean, 365)
            end
    end) as numerator,
    rounded(case
        when line.component = 'payback_months' then divided(paying.margin, paying.accounts)
        else coalesce(divided(cac_group.spend, cac_group.newcomers), 0)
    end) as denominator,
    paying.status,
    case when stay.ended = 0 then 'CAPPED' end as trust,
    stay.ended as cases
from paying
join period
    on period.id = paying.period_id
join survival(observed, divided(annual_lifetime_months() * 365, 12)) as stay
    on  stay.period_id = paying.period_id
    and stay.entity_id = paying.entity_id
left join fact.cac_group
    on  cac_group.entity_id = paying.entity_id
    and cac_group.day_number = period.as_of_day
cross join (values (''), ('payback_months')) as line(component)

--- rows: what goes into it, account by account: what it pays a month, and how long it stays
select
    period.id as period_id,
    part.account_id,
    'numerator' as part,
    part.mrr * fx_day.rate as amount,
    'subscription_segment' as record_table,
    part.segment_id as record_id,
    'pays a month' as label
from period
join fact.mrr_part as part
    on  part.start_day <= period.as_of_day
    and (part.end_day is null or part.end_day > period.as_of_day)
    and (part.known_day is null or part.known_day <= period.known_day)
join fact.fx_day
    on  fx_day.currency = part.currency
    and fx_day.day_number = period.as_of_day
union all
select
    period.id as period_id,
    stay.account_id,
    'numerator' as part,
    least(coalesce(stay.end_day, 2147483647), period.as_of_day + 1) - stay.start_day as amount,
    'account' as record_table,
    stay.account_id as record_id,
    case when stay.end_day <= period.as_of_day then 'days until it left' else 'days so far' end
        as label
from period
join fact.customer_stay as stay
    on stay.start_day <= period.as_of_day

/*---
examples:
  - name: a customer is worth eleven and a half times what winning it cost
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
      fact.customer_stay: |
        account_id | start_day | end_day
      fact.cac_group: |
        entity_id | day_number | spend | newcomers
    expect: |
      entity | component | value
      acorn  |           | 11.552681791


  - name: the cost of winning is not taken off twice
    as_of: 2025-03-31
    settings: {lifetime_minimum: 1}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        l0         | true
        l1         | true
        l2         | true
        l3         | true
        l4         | true
        l5         | true
      fact.customer_stay: |
        account_id | start_day  | end_day
        l0         | 2021-03-02 | 2025-03-01
        l1         | 2021-03-02 | 2025-03-01
        l2         | 2021-03-02 | 2025-03-01
        l3         | 2021-03-02 | 2025-03-01
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s1         | acorn      | USD      | 500 | 2024-01-01 |
      fact.margin_day: |
        account_id | day_number | rate
        acorn      | 2025-03-31 | 1
      fact.cac_group: |
        entity_id | day_number | spend | newcomers
        company   | 2025-03-31 | 3000  | 1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
      fact.recognised: |
        account_id | currency | amount | monthly | start_day | end_day
      fact.hazard_day: |
        entity_id | day_number | ended | days
      fact.cac_account: |
        account_id | day_number | amount | basis
    expect: |
      entity | component      | value
      (all)  |                | 8
      (all)  | payback_months | 6


  - name: 5000 are paid back by 400 a month in twelve and a half months
    as_of: 2025-03-31
    settings: {lifetime_minimum: 1}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        l0         | true
        l1         | true
        l2         | true
        l3         | true
        l4         | true
        l5         | true
      fact.customer_stay: |
        account_id | start_day  | end_day
        l0         | 2021-03-02 | 2025-03-01
        l1         | 2021-03-02 | 2025-03-01
        l2         | 2021-03-02 | 2025-03-01
        l3         | 2021-03-02 | 2025-03-01
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s1         | acorn      | USD      | 500 | 2024-01-01 |
      fact.margin_day: |
        account_id | day_number | rate
        acorn      | 2025-03-31 | 0.8
      fact.cac_group: |
        entity_id | day_number | spend | newcomers
        company   | 2025-03-31 | 5000  | 1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
      fact.recognised: |
        account_id | currency | amount | monthly | start_day | end_day
      fact.hazard_day: |
        entity_id | day_number | ended | days
      fact.cac_account: |
        account_id | day_number | amount | basis
    expect: |
      entity | component      | value
      (all)  | payback_months | 12.5


  - name: customers who cost nothing have no ratio
    as_of: 2025-03-31
    settings: {lifetime_minimum: 1}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        l0         | true
        l1         | true
        l2         | true
        l3         | true
        l4         | true
        l5         | true
      fact.customer_stay: |
        account_id | start_day  | end_day
        l0         | 2021-03-02 | 2025-03-01
        l1         | 2021-03-02 | 2025-03-01
        l2         | 2021-03-02 | 2025-03-01
        l3         | 2021-03-02 | 2025-03-01
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s1         | acorn      | USD      | 500 | 2024-01-01 |
      fact.margin_day: |
        account_id | day_number | rate
        acorn      | 2025-03-31 | 1
      fact.cac_group: |
        entity_id | day_number | spend | newcomers
        company   | 2025-03-31 | 0     | 1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
      fact.recognised: |
        account_id | currency | amount | monthly | start_day | end_day
      fact.hazard_day: |
        entity_id | day_number | ended | days
      fact.cac_account: |
        account_id | day_number | amount | basis
    expect: |
      entity | component | value | status
      (all)  |           |       | ZERO_DENOMINATOR
---*/
