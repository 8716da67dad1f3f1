/*---
metric:   quarterly_expansion_revenue
title:    Expansion of a quarter
question: How much recurring revenue was sold on top to customers we already had?
kind:     amount
unit:     money
better:   higher
per:      [segment, csm, company]
window:   period quarter
reads:    [fact.mrr_move, fact.mrr_part, fact.fx_day]
sources:  [subscription_segment]
absent:   zero
bounds:   [0, 1e15]
members:  dated
components: [headline, arr, net]
tags:     [financial, team]
owner:    revenue-operations
version:  1
meaning: |
  Every expansion of the quarter that was a sale, per month; the component arr is the same per year.
caveats:
  - Resumes, discounts that ended, agreed and general price increases, late renewals and trials are no
    sale. A reason that nobody gave counts as a sale.
  - The component net guards against ups and downs. It is what each account that paid at the opening
    pays more at the close. It belongs to the opening's manager, a sale to that of its day.
  - Amounts are at the exchange rate of the opening.
related:  [mrr_movement, net_revenue_retention]
---*/
--- groups: a movement belongs to whom the account belonged to on the day
with sold as (
    select
        period.id as period_id,
        member.entity_id,
        mrr_move.amount * coalesce(fx_day.rate, 0) as amount,
        case when fx_day.rate is null then 'SOURCE_MISSING' end as status
    from period
    join fact.mrr_move
        on  mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
        and mrr_move.kind = 'expansion'
        and coalesce(reason, '') not in (
            'resume', 'discount_expired', 'escalator', 'price', 'late_renewal', 'trial'
        )
    join member
        on  member.period_id = period.id
        and member.account_id = mrr_move.account_id
        and member.start_day <= mrr_move.day_number
        and (member.end_day is null or member.end_day > mrr_move.day_number)
    left join fact.fx_day
        on  fx_day.currency = mrr_move.currency
        and fx_day.day_number = period.start_day - 1
),
grown as (
    select
        period.id as period_id,
        level.account_id,
        sum(level.amount * coalesce(fx_day.rate, 0)) as amount,
        bool_or(level.opens) as opens,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join (
        select
            account_id, currency, start_day, end_day, known_day, side.sign * mrr as amount,
            side.sign < 0 as opens
        from fact.mrr_part
        cross join (values (1), (-1)) as side(sign)
    ) as level
        on  level.start_day < case when opens then period.start_day else period.end_day end
        and coalesce(level.end_day, 2147483647)
            >= case when opens then period.start_day else period.end_day end
        and coalesce(level.known_day, 0) <= period.known_day
    left join fact.fx_day
        on  fx_day.currency = level.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, level.account_id
)
select
    period_id,
    entity_id,
    line.component,
    cast(sum(amount * line.times) as decimal(38, 10)) as value,
    max(status) as status
from sold
cross join (values ('', 1), ('arr', 12)) as line(component, times)
group by period_id, entity_id, line.component
union all
select
    grown.period_id,
    member.entity_id,
    'net' as component,
    cast(sum(greatest(grown.amount, 0)) as decimal(38, 10)) as value,
    max(grown.status) as status
from grown
join period
    on period.id = grown.period_id
join member
    on  member.period_id = grown.period_id
    and member.account_id = grown.account_id
    and member.start_day < period.start_day
    and (member.end_day is null or member.end_day >= period.start_day)
where grown.opens
group by grown.period_id, member.entity_id

--- rows: each movement that was a sale, and for the net the growth of each account
with grown as (
    select
        period.id as period_id,
        level.account_id,
        sum(level.amount * coalesce(fx_day.rate, 0)) as amount,
        bool_or(level.opens) as opens,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join (
        select
            account_id, currency, start_day, end_day, known_day, side.sign * mrr as amount,
            side.sign < 0 as opens
        from fact.mrr_part
        cross join (values (1), (-1)) as side(sign)
    ) as level
        on  level.start_day < case when opens then period.start_day else period.end_day end
        and coalesce(level.end_day, 2147483647)
            >= case when opens then period.start_day else period.end_day end
        and coalesce(level.known_day, 0) <= period.known_day
    left join fact.fx_day
        on  fx_day.currency = level.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, level.account_id
)
select
    period.id as period_id,
    mrr_move.account_id,
    line.component,
    'value' as part,
    mrr_move.amount * fx_day.rate * line.times as amount,
    'subscription_segment' as record_table,
    mrr_move.segment_id as record_id,
    mrr_move.day_number,
    concat_ws(' ', mrr_move.reason, mrr_move.amount, mrr_move.currency) as label
from period
join fact.mrr_move
    on  mrr_move.day_number >= period.start_day
    and mrr_move.day_number <  period.end_day
    and mrr_move.kind = 'expansion'
    and coalesce(reason, '') not in (
        'resume', 'discount_expired', 'escalator', 'price', 'late_renewal', 'trial'
    )
join fact.fx_day
    on  fx_day.currency = mrr_move.currency
    and fx_day.day_number = period.start_day - 1
cross join (values ('', 1), ('arr', 12)) as line(component, times)
union all
select
    grown.period_id,
    grown.account_id,
    'net' as component,
    'value' as part,
    grown.amount,
    'account' as record_table,
    grown.account_id as record_id,
    period.start_day - 1 as day_number,
    'more than at the opening' as label
from grown
join period
    on period.id = grown.period_id
where grown.opens
and grown.amount > 0

/*---
examples:
  - name: 200, 150 and 300 are 650 a month and 7800 a year
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_move: |
        account_id | currency | day_number | kind      | amount | reason
        acorn      | USD      | 2025-01-10 | expansion | 200    | upsell
        acorn      | USD      | 2025-02-10 | expansion | 150    | seats
        cobalt     | USD      | 2025-03-31 | expansion | 300    |
        cobalt     | USD      | 2025-04-01 | expansion | 999    |
      fact.mrr_part: |
        segment_id | account_id | currency | mrr  | start_day  | end_day
        s1         | acorn      | USD      | 1000 | 2024-01-01 | 2025-01-10
        s2         | acorn      | USD      | 1200 | 2025-01-10 | 2025-02-10
        s3         | acorn      | USD      | 1350 | 2025-02-10 |
        s4         | cobalt     | USD      | 500  | 2024-01-01 | 2025-03-31
        s5         | cobalt     | USD      | 800  | 2025-03-31 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity | component | value
      (all)  |           | 650
      (all)  | arr       | 7800
      (all)  | net       | 650

  - name: up and down again is a sale, but nothing net
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind        | amount | reason
        acorn      | USD      | 2025-01-05 | expansion   | 300    |
        acorn      | USD      | 2025-01-25 | contraction | 300    |
      fact.mrr_part: |
        segment_id | account_id | currency | mrr  | start_day  | end_day
        s1         | acorn      | USD      | 1000 | 2024-01-01 | 2025-01-05
        s2         | acorn      | USD      | 1300 | 2025-01-05 | 2025-01-25
        s3         | acorn      | USD      | 1000 | 2025-01-25 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity | component | value
      (all)  |           | 300
      (all)  | net       | 0

  - name: what rises by itself, returns or is new is no sale
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        dovetail   | true
      fact.mrr_move: |
        account_id | currency | day_number | kind         | amount | reason
        acorn      | USD      | 2025-01-05 | expansion    | 100    | discount_expired
        acorn      | USD      | 2025-01-06 | expansion    | 100    | escalator
        acorn      | USD      | 2025-01-07 | expansion    | 100    | price
        acorn      | USD      | 2025-01-08 | expansion    | 100    | resume
        acorn      | USD      | 2025-01-09 | expansion    | 100    | late_renewal
        acorn      | USD      | 2025-01-10 | expansion    | 100    | trial
        acorn      | USD      | 2025-01-11 | expansion    | 7      | cross_sell
        dovetail   | USD      | 2025-01-11 | new          | 900    |
        dovetail   | USD      | 2025-02-11 | reactivation | 900    |
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s9         | dovetail   | USD      | 900 | 2025-02-11 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity | component | value
      (all)  |           | 7
      (all)  | net       | 0
---*/
