/*---
metric:   cac_channel
title:    Cost of winning a customer through a channel
question: What was spent on the channel itself for each customer it won?
kind:     ratio
unit:     money
better:   lower
per:      [channel]
window:   period quarter
reads:    [fact.mrr_move, fact.account, fact.acquisition_cost, fact.acquisition_credit, fact.fx_day]
sources:  [acquisition_cost, acquisition_credit]
absent:   zero denominator
bounds:   [0, 1e15]
components: [headline, spend]
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  Direct spend on the channel, over the customers it has credit for. Several channels may share the
  credit for one customer; what nobody has credit for is the channel unattributed.
caveats:
  - Pay, commission, tools and overhead are not in it. It does not compare with the blended cost.
  - A customer counts in the period in which it paid for the first time.
  - A channel without spend cost nothing. One that won nobody has no cost of one.
related:  [cac_blended]
---*/
--- channel: what was spent on it, over the credits it has
with newcomer as (
    select distinct period.id as period_id, mrr_move.account_id, mrr_move.day_number
    from period
    join fact.mrr_move
        on  mrr_move.kind = 'new'
        and mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
    join fact.account
        on  account.account_id = mrr_move.account_id
        and account.counts_as_logo
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
        and cost.is_direct
    left join fact.fx_day
        on  fx_day.currency = cost.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, cost.channel
),
won as (
    select newcomer.period_id, credit.channel, sum(credit.credit) as credit
    from newcomer
    join fact.acquisition_credit as credit
        on credit.account_id = newcomer.account_id
    group by newcomer.period_id, credit.channel
)
select
    coalesce(spent.period_id, won.period_id) as period_id,
    coalesce(spent.channel, won.channel)     as entity_id,
    line.component,
    cast(coalesce(spent.amount, 0) as decimal(38, 10)) as numerator,
    case when line.component = 'spend' then 1 else coalesce(won.credit, 0) end as denominator,
    spent.status
from spent
full join won
    on  won.period_id = spent.period_id
    and won.channel = spent.channel
cross join (values (''), ('spend')) as line(component)

--- rows: the direct costs of the channel, and its credits
select
    period.id as period_id,
    cast(null as string) as account_id,
    cost.channel,
    'numerator' as part,
    cost.amount * fx_day.rate as amount,
    'acquisition_cost' as record_table,
    cost.cost_id as record_id,
    cost.day_number
from period
join fact.acquisition_cost as cost
    on  cost.day_number >= period.start_day
    and cost.day_number <  period.end_day
    and cost.is_direct
join fact.fx_day
    on  fx_day.currency = cost.currency
    and fx_day.day_number = period.start_day - 1
union all
select distinct
    period.id as period_id,
    mrr_move.account_id,
    credit.channel,
    'denominator' as part,
    credit.credit as amount,
    'acquisition_credit' as record_table,
    credit.credit_id as record_id,
    mrr_move.day_number
from period
join fact.mrr_move
    on  mrr_move.kind = 'new'
    and mrr_move.day_number >= period.start_day
    and mrr_move.day_number <  period.end_day
join fact.account
    on  account.account_id = mrr_move.account_id
    and account.counts_as_logo
join fact.acquisition_credit as credit
    on credit.account_id = mrr_move.account_id

/*---
examples:
  - name: credits are shared out, so that search won five and the event two
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
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
        a1         | USD      | 2025-01-10 | new  | 100
        a2         | USD      | 2025-01-10 | new  | 100
        a3         | USD      | 2025-01-10 | new  | 100
        a4         | USD      | 2025-01-10 | new  | 100
        a5         | USD      | 2025-01-10 | new  | 100
        a6         | USD      | 2025-01-10 | new  | 100
        a7         | USD      | 2025-01-10 | new  | 100
        a8         | USD      | 2025-01-10 | new  | 100
      fact.acquisition_cost: |
        cost_id | channel | currency | amount | is_direct | day_number
        k1      | search  | USD      | 30000  | true      | 2025-01-01
        k2      | event   | USD      | 20000  | true      | 2025-02-01
        k3      | search  | USD      | 77777  | false     | 2025-02-01
        k4      | leaflet | USD      | 400    | true      | 2025-02-01
      fact.acquisition_credit: |
        credit_id | account_id | channel      | credit
        c1        | a1         | search       | 1
        c2        | a2         | search       | 1
        c3        | a3         | search       | 1
        c4        | a4         | search       | 1
        c5        | a5         | search       | 0.5
        c6        | a5         | event        | 0.5
        c7        | a6         | search       | 0.5
        c8        | a6         | event        | 0.5
        c9        | a7         | event        | 1
                  | a8         | unattributed | 1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
        EUR      | 2024-12-31 | 1.1
    expect: |
      entity       | grain   | component | value | status | denominator
      search       | channel |           | 6000  | OK     | 5
      event        | channel |           | 10000 | OK     | 2
      unattributed | channel |           | 0     | OK     | 1
      leaflet      | channel | spend     | 400   | OK     | 1

  - name: a channel that won nobody has no cost of one
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
        a1         | USD      | 2024-12-31 | new  | 100
      fact.acquisition_cost: |
        cost_id | channel | currency | amount | is_direct | day_number
        k4      | leaflet | USD      | 400    | true      | 2025-02-01
      fact.acquisition_credit: |
        credit_id | account_id | channel | credit
        c1        | a1         | leaflet | 1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
        EUR      | 2024-12-31 | 1.1
    expect: |
      entity  | grain   | component | value | status
      leaflet | channel |           |       | ZERO_DENOMINATOR
---*/
