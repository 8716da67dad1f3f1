/*---
metric:   cac_blended
title:    Cost of winning a customer
question: What did it cost, all told, to win one paying customer?
kind:     ratio
unit:     money
better:   lower
per:      [segment, company]
window:   period quarter
reads:    [fact.won_credit, fact.acquisition_cost, fact.fx_day]
rows_read: [fact.newcomer]
rows:     inputs
sources:  [acquisition_cost, subscription_segment]
absent:   zero denominator
bounds:   [0, 1e15]
members:  dated
components: [headline, spend]
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  All that marketing and sales cost in the period, over the customers who paid for the first time in
  it. The component spend is the cost alone.
caveats:
  - Fully loaded. It does not compare with the cost of a channel, which is direct spend only.
  - Leads, trials, returning customers and subsidiaries are no new customers.
  - Spend counts in the month in which it was spent, unless the workspace shifts it by the time a sale
    takes.
  - A segment bears its part of each channel's cost by the credits of its customers, and of a channel
    without credits by their number.
related:  [cac_channel, ltv_cac]
---*/
--- groups: a channel's cost falls to groups as its credits do
with won as (
    select period.id as period_id, won_credit.*
    from period
    join fact.won_credit
        on  won_credit.day_number >= period.start_day
        and won_credit.day_number <  period.end_day
),
-- A customer without credits has one of the channel that no cost has.
credited as (
    select member.period_id, member.entity_id, won.account_id, won.channel, won.credit
    from member
    left join won
        on  won.period_id = member.period_id
        and won.account_id = member.account_id
        and won.day_number >= member.start_day
        and won.day_number <  coalesce(member.end_day, 2147483647)
),
everybody as (
    select period_id, channel, sum(credit) as credit from won group by period_id, channel
),
spent as (
    select
        period.id as period_id,
        cost.channel,
        sum(cost.amount * coalesce(fx_day.rate, 0)) as amount,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join fact.acquisition_cost as cost
        on  cost.day_number >= period.start_day
        and cost.day_number <  period.end_day
    left join fact.fx_day
        on  fx_day.currency = cost.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, cost.channel
),
-- What nobody has credit for falls to groups by their number of customers.
own as (
    select period_id, entity_id, channel, sum(credit) as credit
    from credited
    group by period_id, entity_id, channel
),
newcomers as (
    select period_id, count(distinct account_id) as everybody from won group by period_id
),
size as (
    select
        credited.period_id, credited.entity_id,
        count(distinct credited.account_id)   as customers,
        coalesce(max(newcomers.everybody), 0) as everybody
    from credited
    left join newcomers on newcomers.period_id = credited.period_id
    group by credited.period_id, credited.entity_id
)
select
    size.period_id, size.entity_id, line.component,
    cast(coalesce(sum(case
        when size.entity_id = 'company' then spent.amount
        else rounded(as_double(spent.amount) * coalesce(case
            when everybody.credit is null then divided(size.customers, size.everybody)
            else divided(own.credit, everybody.credit)
        end, 0))
    end), 0) as decimal(38, 10)) as numerator,
    case when line.component = 'spend' then 1 else size.customers end as denominator,
    max(spent.status) as status
from size
cross join (values (''), ('spend')) as line(component)
left join spent on spent.period_id = size.period_id
left join own
    on  own.period_id = size.period_id
    and own.entity_id = size.entity_id
    and own.channel = spent.channel
left join everybody
    on  everybody.period_id = size.period_id
    and everybody.channel = spent.channel
group by size.period_id, size.entity_id, size.customers, line.component

--- rows: the costs, and the customers who were won
select
    period.id as period_id,
    asked.entity_id,
    cast(null as string) as account_id,
    'numerator' as part,
    cost.amount * fx_day.rate as amount,
    'acquisition_cost' as record_table,
    cost.cost_id as record_id,
    cost.day_number,
    cost.channel as label
from period
join (select distinct period_id, entity_id from member) as asked
    on asked.period_id = period.id
join fact.acquisition_cost as cost
    on  cost.day_number >= period.start_day
    and cost.day_number <  period.end_day
join fact.fx_day
    on  fx_day.currency = cost.currency
    and fx_day.day_number = period.start_day - 1
union all
select
    period.id as period_id,
    member.entity_id,
    newcomer.account_id,
    'denominator' as part,
    1 as amount,
    'account' as record_table,
    newcomer.account_id as record_id,
    newcomer.day_number,
    'new' as label
from period
join fact.newcomer
    on  newcomer.day_number >= period.start_day
    and newcomer.day_number <  period.end_day
join member
    on  member.period_id = period.id
    and member.account_id = newcomer.account_id
    and member.start_day <= newcomer.day_number
    and (member.end_day is null or member.end_day > newcomer.day_number)

/*---
examples:
  - name: 120000 for 24 paying customers, and neither a return nor a subsidiary is a new one
    period: 2025-Q1
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
        a10        | true
        a11        | true
        a12        | true
        a13        | true
        a14        | true
        a15        | true
        a16        | true
        a17        | true
        a18        | true
        a19        | true
        a20        | true
        a21        | true
        a22        | true
        a23        | true
        a24        | true
        ember      | true
        branch     | false
      fact.mrr_move: |
        account_id | currency | day_number | kind         | amount
        a1         | USD      | 2025-01-10 | new          | 100
        a2         | USD      | 2025-01-11 | new          | 100
        a3         | USD      | 2025-01-12 | new          | 100
        a4         | USD      | 2025-01-13 | new          | 100
        a5         | USD      | 2025-01-14 | new          | 100
        a6         | USD      | 2025-01-15 | new          | 100
        a7         | USD      | 2025-01-16 | new          | 100
        a8         | USD      | 2025-01-17 | new          | 100
        a9         | USD      | 2025-01-18 | new          | 100
        a10        | USD      | 2025-01-19 | new          | 100
        a11        | USD      | 2025-01-10 | new          | 100
        a12        | USD      | 2025-01-11 | new          | 100
        a13        | USD      | 2025-01-12 | new          | 100
        a14        | USD      | 2025-01-13 | new          | 100
        a15        | USD      | 2025-01-14 | new          | 100
        a16        | USD      | 2025-01-15 | new          | 100
        a17        | USD      | 2025-01-16 | new          | 100
        a18        | USD      | 2025-01-17 | new          | 100
        a19        | USD      | 2025-01-18 | new          | 100
        a20        | USD      | 2025-01-19 | new          | 100
        a21        | USD      | 2025-01-10 | new          | 100
        a22        | USD      | 2025-01-11 | new          | 100
        a23        | USD      | 2025-01-12 | new          | 100
        a24        | USD      | 2025-01-13 | new          | 100
        ember      | USD      | 2025-02-01 | reactivation | 100
        branch     | USD      | 2025-02-01 | new          | 100
        a1         | EUR      | 2025-03-01 | expansion    | 100
      fact.acquisition_cost: |
        cost_id | channel | currency | amount | is_direct | day_number
        k1      | search  | USD      | 70000  | true      | 2025-01-01
        k2      | sales   | USD      | 39000  | false     | 2025-02-01
        k3      | sales   | EUR      | 10000  | false     | 2025-03-01
        k4      | sales   | USD      | 99999  | false     | 2025-04-01
      fact.acquisition_credit: |
        credit_id | account_id | channel      | credit
                  | a1         | unattributed | 1
                  | a2         | unattributed | 1
                  | a3         | unattributed | 1
                  | a4         | unattributed | 1
                  | a5         | unattributed | 1
                  | a6         | unattributed | 1
                  | a7         | unattributed | 1
                  | a8         | unattributed | 1
                  | a9         | unattributed | 1
                  | a10        | unattributed | 1
                  | a11        | unattributed | 1
                  | a12        | unattributed | 1
                  | a13        | unattributed | 1
                  | a14        | unattributed | 1
                  | a15        | unattributed | 1
                  | a16        | unattributed | 1
                  | a17        | unattributed | 1
                  | a18        | unattributed | 1
                  | a19        | unattributed | 1
                  | a20        | unattributed | 1
                  | a21        | unattributed | 1
                  | a22        | unattributed | 1
                  | a23        | unattributed | 1
                  | a24        | unattributed | 1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
        EUR      | 2024-12-31 | 1.1
    expect: |
      entity | component | value  | denominator
      (all)  |           | 5000   | 24
      (all)  | spend     | 120000 | 1

  - name: money was spent and nobody came, so there is no cost of one, but the spend is told
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
      fact.acquisition_cost: |
        cost_id | channel | currency | amount | is_direct | day_number
        k1      | search  | USD      | 5000   | true      | 2025-01-01
      fact.acquisition_credit: |
        credit_id | account_id | channel | credit
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
        EUR      | 2024-12-31 | 1.1
    expect: |
      entity | component | value | status
      (all)  |           |       | ZERO_DENOMINATOR
      (all)  | spend     | 5000  | OK

  - name: customers who came by themselves cost nothing
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
        acorn      | USD      | 2025-01-10 | new  | 100
      fact.acquisition_cost: |
        cost_id | channel | currency | amount | is_direct | day_number
      fact.acquisition_credit: |
        credit_id | account_id | channel      | credit
                  | acorn      | unattributed | 1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
        EUR      | 2024-12-31 | 1.1
    expect: |
      entity | component | value | status
      (all)  |           | 0     | OK

  - name: a segment bears what its customers have credit for, and of the rest by their number
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
        a1         | USD      | 2025-01-10 | new  | 100
        a2         | USD      | 2025-01-10 | new  | 100
        a3         | USD      | 2025-01-10 | new  | 100
      fact.segment_member: |
        account_id | segment | start_day  | end_day
        a1         | large   | 2024-01-01 |
        a2         | large   | 2024-01-01 | 2025-02-01
        a2         | small   | 2025-02-01 |
        a3         | small   | 2024-01-01 |
      fact.acquisition_cost: |
        cost_id | channel | currency | amount | is_direct | day_number
        k1      | search  | USD      | 3000   | true      | 2025-01-01
        k2      | sales   | USD      | 600    | false     | 2025-01-01
      fact.acquisition_credit: |
        credit_id | account_id | channel      | credit
        c1        | a1         | search       | 1
        c2        | a2         | search       | 0.5
                  | a2         | unattributed | 0.5
                  | a3         | unattributed | 1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
        EUR      | 2024-12-31 | 1.1
    expect: |
      entity | grain   | component | value | denominator
      large  | segment | spend     | 3400  | 1
      large  | segment |           | 1700  | 2
      small  | segment |           | 200   | 1
      (all)  |         |           | 1200  | 3

  - name: 5000 for five
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
        a4         | true
        a5         | true
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
        a1         | USD      | 2025-01-10 | new  | 100
        a2         | USD      | 2025-01-10 | new  | 100
        a3         | USD      | 2025-01-10 | new  | 100
        a4         | USD      | 2025-01-10 | new  | 100
        a5         | USD      | 2025-01-10 | new  | 100
      fact.acquisition_cost: |
        cost_id | channel  | currency | amount | is_direct | day_number
        k1      | campaign | USD      | 5000   | true      | 2025-01-01
      fact.acquisition_credit: |
        credit_id | account_id | channel  | credit
        ca1       | a1         | campaign | 1
        ca2       | a2         | campaign | 1
        ca3       | a3         | campaign | 1
        ca4       | a4         | campaign | 1
        ca5       | a5         | campaign | 1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
        EUR      | 2024-12-31 | 1.1
    expect: |
      entity | component | value
      (all)  |           | 1000
---*/
