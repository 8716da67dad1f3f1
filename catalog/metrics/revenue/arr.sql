/*---
metric:   arr
title:    Annual run rate
question: What would our customers pay us in a year at today's prices?
kind:     amount
unit:     money
better:   higher
per:      [account, segment, csm, company]
window:   instant
reads:    [fact.mrr_day, fact.fx_day]
rows_read: [fact.mrr_part]
sources:  [subscription_segment]
absent:   zero
bounds:   [0, 1e16]
tags:     [financial]
owner:    revenue-operations
version:  2
meaning: |
  Twelve times the monthly recurring revenue of the day.
caveats:
  - A run rate. It is neither revenue recognised nor contract value signed.
related:  [mrr]
---*/
select
    period.id as period_id,
    mrr_day.account_id,
    cast(12 * sum(
            mrr_known(mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day)
            * coalesce(fx_day.rate, 0)
        ) as decimal(38, 10)) as value,
    max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
from period
join fact.mrr_day
    on mrr_day.day_number = period.as_of_day
left join fact.fx_day
    on  fx_day.currency = mrr_day.currency
    and fx_day.day_number = period.as_of_day
group by period.id, mrr_day.account_id

--- rows: each price period that is alive, at the rate of the day
select
    period.id as period_id,
    part.account_id,
    'value' as part,
    12 * part.mrr * fx_day.rate as amount,
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

/*---
examples:
  - name: twelve months of today's amount, added over accounts
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-03-31 | 5000
        cobalt     | USD      | 2025-03-31 | 450
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | value
      acorn  | 60000
      cobalt | 5400
      (all)  | 65400

  - name: yesterday's amount does not count today
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-03-30 | 5000
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | value
      acorn  | 0
---*/
