/*---
metric:   gross_revenue_churn
title:    Gross revenue churn
question: What share of what our customers paid at the opening was lost, growth left aside?
kind:     ratio
unit:     fraction
better:   lower
per:      [account, segment, csm, company]
window:   period month
reads:    [fact.retained]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1]
members:  opening
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  One less the gross revenue retention: what left and what shrank, over what was there.
caveats:
  - The growth of one account does not hide the loss of another.
  - Taken between two days at the opening's exchange rate, over who paid at the opening. Who joined
    and left in between is in neither number.
  - A rate of a month is not a twelfth of that of a year.
  - Segment and manager are those of the opening.
related:  [gross_revenue_retention, net_revenue_churn]
---*/
select
    period_id,
    account_id,
    cast(opening - least(closing, opening) as decimal(38, 10)) as numerator,
    cast(opening as decimal(38, 10)) as denominator,
    status,
    provisional
from fact.retained

--- rows: what an account paid and lost, because that is decided account by account
select
    period_id,
    account_id,
    side.part,
    cast(case
        when side.part = 'denominator' then opening
        else opening - least(closing, opening)
    end as decimal(38, 10)) as amount,
    'account' as record_table,
    account_id as record_id,
    case when side.part = 'denominator' then 'at the opening' else 'lost' end as label
from fact.retained
cross join (values ('numerator'), ('denominator')) as side(part)

/*---
examples:
  - name: 10 of 100 churned, 10 contracted and 10 expanded
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind        | amount
        acorn      | USD      | 2025-03-05 | churn       | 10
        cobalt     | USD      | 2025-03-06 | contraction | 10
        dovetail   | USD      | 2025-03-07 | expansion   | 10
        ember      | USD      | 2025-03-08 | new         | 50
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-02-28 | 10
        cobalt     | USD      | 2025-02-28 | 45
        dovetail   | USD      | 2025-02-28 | 45
        cobalt     | USD      | 2025-03-31 | 35
        dovetail   | USD      | 2025-03-31 | 55
        ember      | USD      | 2025-03-31 | 50
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity   | value
      acorn    | 1
      dovetail | 0
      (all)    | 0.2

  - name: what a currency loses is not churn
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        cobalt     | true
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        cobalt     | EUR      | 2025-02-28 | 1000
        cobalt     | EUR      | 2025-03-31 | 1000
      fact.fx_day: |
        currency | day_number | rate
        EUR      | 2025-02-28 | 1.10
        EUR      | 2025-03-31 | 1.02
    expect: |
      entity | value
      cobalt | 0
---*/
