/*---
metric:   gross_revenue_churn
title:    Gross revenue churn
question: What share of what our customers paid at the opening was lost, growth left aside?
kind:     ratio
unit:     fraction
better:   lower
per:      [account, segment, csm, company]
window:   period month
reads:    [fact.mrr_day, fact.mrr_move, fact.fx_day]
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
with ends as (
    select
        period.id as period_id,
        mrr_day.account_id,
        sum(case
            when mrr_day.day_number = period.start_day - 1
                then mrr_known(mrr, bridged_mrr, bridge_known_day, period.known_day)
                    * coalesce(fx_day.rate, 0)
            else 0
        end) as opening,
        sum(case
            when mrr_day.day_number = period.end_day - 1
                then mrr_known(mrr, bridged_mrr, bridge_known_day, period.known_day)
                    * coalesce(fx_day.rate, 0)
            else 0
        end) as closing,
        max(case when mrr_day.day_number = period.start_day - 1 then 1 else 0 end) as opens,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join fact.mrr_day
        on  mrr_day.day_number in (period.start_day - 1, period.end_day - 1)
        and (mrr_day.mrr > 0 or mrr_day.bridge_known_day <= period.known_day)
    left join fact.fx_day
        on  fx_day.currency = mrr_day.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, mrr_day.account_id
),
moved as (
    select
        period.id as period_id,
        mrr_move.account_id,
        sum(case when kind = 'transfer' then amount * fx_day.rate else 0 end) as handed,
        max(case when kind = 'transfer' and amount > 0 then 1 else 0 end) as receives,
        max(case when kind = 'churn' and settles_day > period.known_day then 1 else 0 end) as open
    from period
    join fact.mrr_move
        on  mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
        and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
    join fact.fx_day
        on  fx_day.currency = mrr_move.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, mrr_move.account_id
),
cohort as (
    -- What was handed over to another account is neither lost here nor gained there.
    select
        coalesce(ends.period_id, moved.period_id)   as period_id,
        coalesce(ends.account_id, moved.account_id) as account_id,
        coalesce(ends.opening, 0) as opening,
        coalesce(ends.closing, 0) - coalesce(moved.handed, 0) as closing,
        ends.status,
        coalesce(moved.open, 0) = 1 as provisional
    from ends
    full join moved
        on  moved.period_id = ends.period_id
        and moved.account_id = ends.account_id
    where ends.opens = 1
    or moved.receives = 1
)
select
    period_id,
    account_id,
    cast(opening - least(closing, opening) as decimal(38, 10)) as numerator,
    cast(opening as decimal(38, 10)) as denominator,
    status,
    provisional
from cohort

--- rows: what an account paid and lost, because that is decided account by account
with ends as (
    select
        period.id as period_id,
        mrr_day.account_id,
        sum(case
            when mrr_day.day_number = period.start_day - 1
                then mrr_known(mrr, bridged_mrr, bridge_known_day, period.known_day)
                    * coalesce(fx_day.rate, 0)
            else 0
        end) as opening,
        sum(case
            when mrr_day.day_number = period.end_day - 1
                then mrr_known(mrr, bridged_mrr, bridge_known_day, period.known_day)
                    * coalesce(fx_day.rate, 0)
            else 0
        end) as closing,
        max(case when mrr_day.day_number = period.start_day - 1 then 1 else 0 end) as opens,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join fact.mrr_day
        on  mrr_day.day_number in (period.start_day - 1, period.end_day - 1)
        and (mrr_day.mrr > 0 or mrr_day.bridge_known_day <= period.known_day)
    left join fact.fx_day
        on  fx_day.currency = mrr_day.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, mrr_day.account_id
),
moved as (
    select
        period.id as period_id,
        mrr_move.account_id,
        sum(case when kind = 'transfer' then amount * fx_day.rate else 0 end) as handed,
        max(case when kind = 'transfer' and amount > 0 then 1 else 0 end) as receives,
        max(case when kind = 'churn' and settles_day > period.known_day then 1 else 0 end) as open
    from period
    join fact.mrr_move
        on  mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
        and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
    join fact.fx_day
        on  fx_day.currency = mrr_move.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, mrr_move.account_id
),
cohort as (
    -- What was handed over to another account is neither lost here nor gained there.
    select
        coalesce(ends.period_id, moved.period_id)   as period_id,
        coalesce(ends.account_id, moved.account_id) as account_id,
        coalesce(ends.opening, 0) as opening,
        coalesce(ends.closing, 0) - coalesce(moved.handed, 0) as closing,
        ends.status,
        coalesce(moved.open, 0) = 1 as provisional
    from ends
    full join moved
        on  moved.period_id = ends.period_id
        and moved.account_id = ends.account_id
    where ends.opens = 1
    or moved.receives = 1
)
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
from cohort
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
