/*---
metric:   quick_ratio
title:    Quick ratio
question: How many dollars of recurring revenue came in for each that went out?
kind:     ratio
unit:     fraction
better:   higher
per:      [segment, company]
window:   period month
reads:    [fact.mrr_move, fact.fx_day]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1e9]
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  New, reactivated and expanded revenue over contracted and churned revenue. Above 1 the recurring
  revenue grew, exchange rates aside.
caveats:
  - Reactivation is in; the component without_reactivation leaves it out.
  - Without losses there is no ratio, neither zero nor a very large number.
related:  [mrr_movement]
---*/
with move as (
    select
        period.id as period_id,
        mrr_move.account_id,
        mrr_move.kind,
        mrr_move.amount * coalesce(fx_day.rate, 0) as amount,
        case when fx_day.rate is null then 'SOURCE_MISSING' end as status
    from period
    join fact.mrr_move
        on  mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
        and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
    left join fact.fx_day
        on  fx_day.currency = mrr_move.currency
        and fx_day.day_number = period.start_day - 1
)
select
    period_id,
    account_id,
    '' as component,
    cast(sum(case when kind in ('new', 'reactivation', 'expansion') then amount else 0 end)
        as decimal(38, 10)) as numerator,
    cast(sum(case when kind in ('contraction', 'churn') then amount else 0 end)
        as decimal(38, 10)) as denominator,
    max(status) as status
from move
group by period_id, account_id
union all
select
    period_id,
    account_id,
    'without_reactivation' as component,
    cast(sum(case when kind in ('new', 'expansion') then amount else 0 end)
        as decimal(38, 10)) as numerator,
    cast(sum(case when kind in ('contraction', 'churn') then amount else 0 end)
        as decimal(38, 10)) as denominator,
    max(status) as status
from move
group by period_id, account_id

/*---
examples:
  - name: 2150 in, 1750 out
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind         | amount
        dovetail   | USD      | 2025-03-05 | new          | 1600
        ember      | USD      | 2025-03-18 | reactivation | 250
        acorn      | USD      | 2025-03-12 | expansion    | 300
        cobalt     | USD      | 2025-03-20 | contraction  | 750
        dovetail   | USD      | 2025-03-25 | churn        | 1000
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | component            | value
      (all)  |                      | 1.228571429
      (all)  | without_reactivation | 1.085714286

  - name: no losses is no ratio
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind      | amount
        acorn      | USD      | 2025-03-12 | expansion | 300
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | component | value | status
      (all)  |           |       | ZERO_DENOMINATOR
---*/
