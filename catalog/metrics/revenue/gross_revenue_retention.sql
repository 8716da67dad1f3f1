/*---
metric:   gross_revenue_retention
title:    Gross revenue retention
question: Of what our customers paid at the opening, how much do they still pay, growth left aside?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   period ttm
reads:    [fact.retained]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1]
members:  opening
tags:     [financial, team]
owner:    revenue-operations
version:  2
meaning: |
  The share of opening revenue that is still there. An account's growth cannot hide another's loss:
  each account counts at most what it paid at the opening.
caveats:
  - Taken between two days, not over movements, so up and down in between does not show.
  - Both ends are at the opening's exchange rate, so rates cannot pass for growth or loss.
  - The cohort is who paid at the opening. Who came back from outside it does not count.
  - Segment and manager are those of the opening.
  - What an account hands over to another in a merger stays retained as long as the other has it.
  - While a loss may still turn out to be a bridged gap, the value is provisional.
related:  [gross_revenue_churn, net_revenue_retention, customer_churn_rate]
---*/
select
    period_id,
    account_id,
    cast(least(closing, opening) as decimal(38, 10)) as numerator,
    cast(opening as decimal(38, 10)) as denominator,
    status,
    provisional
from fact.retained

--- rows: what an account paid and kept, because that is decided account by account
select
    period_id,
    account_id,
    side.part,
    cast(case
        when side.part = 'denominator' then opening
        else least(closing, opening)
    end as decimal(38, 10)) as amount,
    'account' as record_table,
    account_id as record_id,
    case when side.part = 'denominator' then 'at the opening' else 'kept' end as label
from fact.retained
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
      acorn       | 1.00  | OK
      brightwater | 0.80  | OK
      cobalt      | 0.00  | OK
      dovetail    |       | ZERO_DENOMINATOR
      (all)       | 0.60  | OK

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

  - name: up and down in between is no loss, which movements would call 30 percent
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
        acorn      | USD      | 2025-02-28 | 1000
        acorn      | USD      | 2025-03-31 | 1000
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | value
      acorn  | 1

  - name: 250 due of 1000 and 200 renewed is a retention of 0.95, whatever the renewal rate
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_move: |
        account_id | currency | day_number | kind        | amount
        acorn      | USD      | 2025-03-15 | contraction | 50
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-02-28 | 250
        cobalt     | USD      | 2025-02-28 | 750
        acorn      | USD      | 2025-03-31 | 200
        cobalt     | USD      | 2025-03-31 | 750
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | value
      (all)  | 0.95

  - name: nobody paid at the opening, so there is nothing to retain
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
        acorn      | USD      | 2025-03-05 | new  | 300
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-03-31 | 300
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | value | status
      (all)  |       | ZERO_DENOMINATOR

  - name: a loss of last week may yet be a bridged gap
    as_of: 2025-03-31
    known_on: 2025-03-31
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount | settles_day
        acorn      | USD      | 2025-03-25 | churn | 100    | 2025-04-08
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-02-28 | 100
        cobalt     | USD      | 2025-02-28 | 100
        cobalt     | USD      | 2025-03-31 | 100
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | value | status
      acorn  | 0     | PROVISIONAL
      cobalt | 1     | OK
      (all)  | 0.5   | PROVISIONAL
---*/
