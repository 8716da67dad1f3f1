/*---
metric:   net_revenue_retention
title:    Net revenue retention
question: Of what our customers paid at the opening, how much do they pay at the close?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   period ttm
reads:    [fact.retained]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1e9]
members:  opening
components: [headline, ex_price]
tags:     [financial, team]
owner:    revenue-operations
version:  2
meaning: |
  Above 1.00 the customers we already had grew by more than the ones we lost; the business would
  grow with no new sales at all. Expansion, contraction and churn are in; new and returning
  customers are not.
caveats:
  - Taken between two days, not over movements, so up and down in between does not show.
  - Both ends are at the opening's exchange rate, so rates cannot pass for growth or loss.
  - The cohort is who paid at the opening. Who came back from outside it does not count.
  - Segment and manager are those of the opening.
  - The component ex_price leaves out what rose by agreement or habit, that is with the reasons
    escalator, price and discount_expired.
  - What an account hands over to another in a merger stays retained as long as the other has it.
related:  [net_revenue_churn, gross_revenue_retention, mrr_movement]
---*/
select
    period_id,
    account_id,
    line.component,
    cast(case
        when line.component = '' or closing <= 0 then closing
        else greatest(closing - raised, 0)
    end as decimal(38, 10)) as numerator,
    cast(opening as decimal(38, 10)) as denominator,
    status,
    provisional
from fact.retained
cross join (values (''), ('ex_price')) as line(component)

--- rows: what an account paid and has at the close, because that is decided account by account
select
    period_id,
    account_id,
    line.component,
    side.part,
    cast(case
        when side.part = 'denominator' then opening
        when line.component = '' or closing <= 0 then closing
        else greatest(closing - raised, 0)
    end as decimal(38, 10)) as amount,
    'account' as record_table,
    account_id as record_id,
    case when side.part = 'denominator' then 'at the opening' else 'has at the close' end as label
from fact.retained
cross join (values (''), ('ex_price')) as line(component)
cross join (values ('numerator'), ('denominator')) as side(part)

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
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
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
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
      fact.fx_day: |
        currency | day_number | rate
        EUR      | 2025-02-28 | 1.08
        EUR      | 2025-03-31 | 1.10
    expect: |
      entity | value
      cobalt | 1.00

  - name: what one account hands over to another is not lost, until the other loses it
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        branch     | true
        cobalt     | true
      fact.mrr_move: |
        account_id | currency | day_number | kind        | amount
        acorn      | USD      | 2025-03-10 | transfer    | -1000
        branch     | USD      | 2025-03-10 | transfer    | 1000
        branch     | USD      | 2025-03-20 | contraction | 400
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-02-28 | 1000
        branch     | USD      | 2025-03-31 | 600
        cobalt     | USD      | 2025-02-28 | 1000
        cobalt     | USD      | 2025-03-31 | 1000
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | value | status
      acorn  | 1     | OK
      branch |       | ZERO_DENOMINATOR
      (all)  | 0.8   | OK

  - name: a price increase is growth, but not in the component without it
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_move: |
        account_id | currency | day_number | kind      | amount | reason
        acorn      | USD      | 2025-03-05 | expansion | 100    | escalator
        acorn      | USD      | 2025-03-06 | expansion | 40     |
        cobalt     | USD      | 2025-03-05 | expansion | 100    | discount_expired
        cobalt     | USD      | 2025-03-20 | churn     | 1100   |
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-02-28 | 1000
        acorn      | USD      | 2025-03-31 | 1140
        cobalt     | USD      | 2025-02-28 | 1000
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | component | value
      acorn  |           | 1.14
      acorn  | ex_price  | 1.04
      cobalt | ex_price  | 0
      (all)  |           | 0.57
      (all)  | ex_price  | 0.52

  - name: who comes back from outside the opening is in neither number
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        ember      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind         | amount
        ember      | USD      | 2025-03-18 | reactivation | 250
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-02-28 | 1000
        acorn      | USD      | 2025-03-31 | 1000
        ember      | USD      | 2025-03-31 | 250
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | value
      (all)  | 1
---*/
