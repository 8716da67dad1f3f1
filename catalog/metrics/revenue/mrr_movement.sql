/*---
metric:   mrr_movement
title:    MRR movements
question: Through what did recurring revenue get from its opening to its closing?
kind:     amount
unit:     money
better:   neither
per:      [account, segment, csm, company]
window:   period month
reads:    [fact.mrr_move, fact.mrr_day, fact.fx_day]
sources:  [subscription_segment]
absent:   zero
components: [new, reactivation, expansion, contraction, churn, transfer, fx]
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  Opening plus new, reactivation and expansion, less contraction and churn, plus transfer and fx, is
  closing, to the cent. Movements are taken at the rate of the opening, and what the rates did in
  the period is the one line fx.
caveats:
  - A pause is a contraction. The customer is lost 90 days later, with no revenue left to lose.
  - A gap of at most 14 days is bridged. Until 14 days have passed a churn is provisional.
  - Who joined and left within the period shows as new and as churn, and in no rate.
related:  [mrr, net_revenue_retention, quick_ratio]
---*/
select
    period.id as period_id,
    mrr_move.account_id,
    mrr_move.kind as component,
    cast(sum(mrr_move.amount * coalesce(fx_day.rate, 0)) as decimal(38, 10)) as value,
    max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status,
    max(case
        when mrr_move.kind = 'churn' and mrr_move.day_number + 14 >= period.known_day then 1
        else 0
    end) = 1 as provisional
from period
join fact.mrr_move
    on  mrr_move.day_number >= period.start_day
    and mrr_move.day_number <  period.end_day
    and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
left join fact.fx_day
    on  fx_day.currency = mrr_move.currency
    and fx_day.day_number = period.start_day - 1
group by period.id, mrr_move.account_id, mrr_move.kind
union all
select
    period.id as period_id,
    mrr_day.account_id,
    'fx' as component,
    cast(sum(
        mrr_known(mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day)
        * (coalesce(closing.rate, 0) - coalesce(opening.rate, 0))
    ) as decimal(38, 10)) as value,
    max(case
        when closing.rate is null or opening.rate is null then 'SOURCE_MISSING'
    end) as status,
    false as provisional
from period
join fact.mrr_day
    on mrr_day.day_number = period.end_day - 1
left join fact.fx_day as opening
    on  opening.currency = mrr_day.currency
    and opening.day_number = period.start_day - 1
left join fact.fx_day as closing
    on  closing.currency = mrr_day.currency
    and closing.day_number = period.end_day - 1
group by period.id, mrr_day.account_id

/*---
examples:
  - name: up and down again is an expansion and a contraction, not nothing
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind        | amount
        acorn      | USD      | 2025-03-05 | expansion   | 300
        acorn      | USD      | 2025-03-25 | contraction | 300
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-03-31 | 1000
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
        USD      | 2025-03-31 | 1
    expect: |
      entity | component    | value
      acorn  | new          | 0
      acorn  | reactivation | 0
      acorn  | expansion    | 300
      acorn  | contraction  | 300
      acorn  | churn        | 0
      acorn  | transfer     | 0
      acorn  | fx           | 0
      (all)  | expansion    | 300

  - name: rates move into their own line, and a bridged gap is no churn
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        cobalt     | true
        ember      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount | void_day
        ember      | USD      | 2025-03-01 | churn | 500    | 2025-03-04
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        cobalt     | EUR      | 2025-03-31 | 1000
        ember      | USD      | 2025-03-31 | 500
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
        EUR      | 2025-02-28 | 1.08
        USD      | 2025-03-31 | 1
        EUR      | 2025-03-31 | 1.10
    expect: |
      entity | component | value
      cobalt | fx        | 20
      ember  | churn     | 0
      (all)  | fx        | 20
      (all)  | churn     | 0
---*/
