/*---
metric:   net_revenue_retention
title:    Net revenue retention
question: Of what our customers paid at the opening, how much do they pay at the close?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   period ttm
reads:    [fact.mrr_day, fact.fx_day]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1e9]
members:  opening
tags:     [financial, team]
owner:    revenue-operations
version:  1
meaning: |
  Above 1.00 the customers we already had grew by more than the ones we lost; the business would
  grow with no new sales at all. Expansion, contraction and churn are in; new and returning
  customers are not.
caveats:
  - Taken between two days, not over movements, so up and down in between does not show.
  - Both ends are at the opening's exchange rate, so rates cannot pass for growth or loss.
  - The cohort is who paid at the opening. Who came back from outside it does not count.
  - Segment and manager are those of the opening.
related:  [gross_revenue_retention, mrr_movement]
---*/
with opening as (
    select
        period.id as period_id,
        mrr_day.account_id,
        sum(
            mrr_known(mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day)
            * coalesce(fx_day.rate, 0)
        ) as mrr,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join fact.mrr_day
        on mrr_day.day_number = period.start_day - 1
    left join fact.fx_day
        on  fx_day.currency = mrr_day.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, mrr_day.account_id
),
closing as (
    select
        period.id as period_id,
        mrr_day.account_id,
        sum(
            mrr_known(mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day)
            * coalesce(fx_day.rate, 0)
        ) as mrr,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join fact.mrr_day
        on mrr_day.day_number = period.end_day - 1
    left join fact.fx_day
        on  fx_day.currency = mrr_day.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, mrr_day.account_id
)
select
    opening.period_id,
    opening.account_id,
    cast(coalesce(closing.mrr, 0) as decimal(38, 10)) as numerator,
    cast(opening.mrr as decimal(38, 10)) as denominator,
    coalesce(opening.status, closing.status) as status
from opening
-- Left join: the cohort is fixed at the opening, so the lost stay in and the new stay out.
left join closing
    on  closing.period_id = opening.period_id
    and closing.account_id = opening.account_id
where opening.mrr > 0
or opening.status is not null

/*---
examples:
  - name: growth, shrinkage, loss, and a newcomer who does not count
    window: 2025-01-01 until 2026-01-01
    given:
      fact.account: |
        account_id  | counts_as_logo
        acorn       | true
        brightwater | true
        cobalt      | true
        dovetail    | true
      fact.mrr_day: |
        account_id  | currency | day_number | mrr
        acorn       | USD      | 2024-12-31 | 100
        acorn       | USD      | 2025-12-31 | 130
        brightwater | USD      | 2024-12-31 | 100
        brightwater | USD      | 2025-12-31 | 80
        cobalt      | USD      | 2024-12-31 | 100
        dovetail    | USD      | 2025-12-31 | 500
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity      | value | status
      acorn       | 1.30  | OK
      brightwater | 0.80  | OK
      cobalt      | 0.00  | OK
      dovetail    |       | ZERO_DENOMINATOR
      (all)       | 0.70  | OK

  - name: what a currency gains is not retained revenue
    window: 2025-03-01 until 2025-04-01
    given:
      fact.account: |
        account_id | counts_as_logo
        cobalt     | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        cobalt     | EUR      | 2025-02-28 | 1000
        cobalt     | EUR      | 2025-03-31 | 1000
      fact.fx_day: |
        currency | day_number | rate
        EUR      | 2025-02-28 | 1.08
        EUR      | 2025-03-31 | 1.10
    expect: |
      entity | value
      cobalt | 1.00
---*/
