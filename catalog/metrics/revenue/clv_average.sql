/*---
metric:   clv_average
title:    Average lifetime value
question: What is an average customer worth over its life, less what winning it cost?
kind:     latest
unit:     money
better:   higher
per:      [segment, company]
window:   instant
reads:    [fact.mrr_part, fact.margin_day, fact.customer_stay, fact.cac_group, fact.fx_day]
rows:     inputs
sources:  [subscription_segment, acquisition_cost]
absent:   zero denominator
bounds:   [-1e15, 1e15]
minimum:  lifetime_minimum
components: [headline, constant_hazard]
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  What a paying account pays in a year, times the gross margin, times the years that customers stay,
  less the blended cost of winning one. The years are the restricted mean of a survival curve over all
  customers, those who are still there included, up to a horizon of usually five years.
caveats:
  - The mean stay of those who left would be too short, because it forgets those who stayed.
  - Where nobody has left yet the horizon stands in, and the value says CAPPED.
  - The component constant_hazard takes the years from one churn rate for all ages instead.
  - The margin is that of the segment, else what the workspace sets, usually one.
  - The cost of winning is that of the year before the day. It may make the value negative.
related:  [clv_customer, ltv_cac, cac_blended]
---*/
--- groups: a lifetime is estimated for a group, not added
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
    rounded(
        divided(12 * paying.margin, paying.accounts) * case
            when stay.ended = 0                     then divided(annual_lifetime_months(), 12)
            when line.component = 'constant_hazard' then divided(stay.days, 365 * stay.ended)
            else divided(stay.mean, 365)
        end
        - divided(cac_group.spend, cac_group.newcomers)
    ) as value,
    coalesce(
        paying.status, case when cac_group.spend is null then 'ZERO_DENOMINATOR' end
    ) as status,
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
cross join (values (''), ('constant_hazard')) as line(component)

--- rows: what goes into it, account by account: what it pays a month, and how long it stays
select
    period.id as period_id,
    part.account_id,
    'value' as part,
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
    'value' as part,
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
  - name: 6000 a year for four years, less 3000
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
    expect: |
      entity | component | value | status
      (all)  |           | 21000 | OK


  - name: at a margin of 80 percent it is 16200
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
        company   | 2025-03-31 | 6000  | 2
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | component | value
      (all)  |           | 16200


  - name: two percent leave a month, which is four years and two months
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
        l0         | 2020-12-31 | 2025-03-01
        l1         | 2020-12-31 | 2025-03-01
        l2         | 2020-12-31 | 2025-03-01
        l3         | 2020-12-31 | 2025-03-01
        l4         | 2020-12-31 | 2025-03-01
        l5         | 2021-01-01 | 2025-03-01
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s1         | acorn      | USD      | 500 | 2024-01-01 |
      fact.margin_day: |
        account_id | day_number | rate
        acorn      | 2025-03-31 | 0.8
      fact.cac_group: |
        entity_id | day_number | spend | newcomers
        company   | 2025-03-31 | 3000  | 1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | component       | value
      (all)  | constant_hazard | 17000
      (all)  |                 | 17000


  - name: nobody left yet, so the horizon stands in for a life without end
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
        acorn      | 2024-02-26 |
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
    expect: |
      entity | component | value | status              | warnings
      (all)  |           | 27000 | INSUFFICIENT_SAMPLE | capped


  - name: those who stay are in the estimate, and nobody is seen beyond the longest stay
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
        l0         | 2024-03-01 | 2025-03-01
        acorn      | 2023-04-02 |
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
    expect: |
      entity | component | value
      (all)  |           | 9000


  - name: without a new customer there is no cost of one to take off
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
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s1         | acorn      | USD      | 500 | 2024-01-01 |
      fact.margin_day: |
        account_id | day_number | rate
        acorn      | 2025-03-31 | 1
      fact.cac_group: |
        entity_id | day_number | spend | newcomers
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | component | value | status
      (all)  |           |       | ZERO_DENOMINATOR


  - name: ten must have left before the estimate counts
    as_of: 2025-03-31
    settings: {lifetime_minimum: 10}
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
    expect: |
      entity | component | value | status
      (all)  |           | 21000 | INSUFFICIENT_SAMPLE
---*/
