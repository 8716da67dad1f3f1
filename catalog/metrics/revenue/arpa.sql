/*---
metric:   arpa
title:    Average revenue per account
question: What does a paying account pay us per month, on average?
kind:     ratio
unit:     money
better:   higher
per:      [segment, company]
window:   instant
reads:    [fact.mrr_day, fact.fx_day]
rows_read: [fact.mrr_part]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1e15]
tags:     [financial]
owner:    revenue-operations
version:  2
meaning: |
  Monthly recurring revenue over paying accounts. The number of paying accounts is printed beside it,
  so that the product of the two ties out to the MRR.
caveats:
  - Per account, never per user.
related:  [mrr]
---*/
select
    period.id as period_id,
    mrr_day.account_id,
    cast(sum(
            mrr_known(mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day)
            * coalesce(fx_day.rate, 0)
        ) as decimal(38, 10)) as numerator,
    -- One account is one account, in however many currencies it pays.
    1 as denominator,
    max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
from period
join fact.mrr_day
    on mrr_day.day_number = period.as_of_day
left join fact.fx_day
    on  fx_day.currency = mrr_day.currency
    and fx_day.day_number = period.as_of_day
where mrr_day.mrr > 0
or mrr_day.bridge_known_day <= period.known_day
group by period.id, mrr_day.account_id

--- rows: each price period that is alive, at the rate of the day
select
    period.id as period_id,
    part.account_id,
    'numerator' as part,
    part.mrr * fx_day.rate as amount,
    'subscription_segment' as record_table,
    part.segment_id as record_id,
    concat_ws(' ', part.plan, part.mrr, part.currency) as label
from period
join fact.mrr_part as part
    on  part.start_day <= period.as_of_day
    and (part.end_day is null or part.end_day > period.as_of_day)
    and (part.known_day is null or part.known_day <= period.known_day)
join fact.fx_day
    on  fx_day.currency = part.currency
    and fx_day.day_number = period.as_of_day
union all
select distinct
    period.id as period_id,
    part.account_id,
    'denominator' as part,
    1 as amount,
    'account' as record_table,
    part.account_id as record_id,
    'pays' as label
from period
join fact.mrr_part as part
    on  part.start_day <= period.as_of_day
    and (part.end_day is null or part.end_day > period.as_of_day)
    and (part.known_day is null or part.known_day <= period.known_day)

/*---
examples:
  - name: one account in two currencies is one account
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-03-31 | 100
        acorn      | EUR      | 2025-03-31 | 100
        cobalt     | USD      | 2025-03-31 | 400
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
        EUR      | 2025-03-31 | 1.10
    expect: |
      entity | value | denominator
      (all)  | 305   | 2

  - name: nobody pays, so there is nothing to divide by
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | value | status
      (all)  |       | ZERO_DENOMINATOR
---*/
