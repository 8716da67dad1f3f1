/*---
metric:   mrr
title:    Monthly recurring revenue
question: What do our customers pay us per month, at the prices in force today?
kind:     amount
unit:     money
better:   higher
per:      [account, segment, csm, company]
window:   instant
reads:    [fact.mrr_day, fact.fx_day]
rows_read: [fact.mrr_part]
sources:  [subscription_segment]
absent:   zero
bounds:   [0, 1e15]
tags:     [financial]
owner:    revenue-operations
version:  2
meaning: |
  A run rate, not invoiced revenue: every live subscription at its full monthly amount, whatever its
  billing interval, from the day it starts until the day it ends.
caveats:
  - Trials, free plans, one-off, metered and tax amounts are not in it.
  - Paused subscriptions count zero; past-due ones count until they are unpaid or cancelled, or the
    account's oldest invoice is too old.
  - Discounts in force are deducted, except short ones. The workspace may decide otherwise.
  - The native amounts are those of the price periods behind it.
  - Other currencies are converted at the rate of the day. Without a rate there is no value.
related:  [arr, arpa, mrr_movement]
---*/
select
    period.id as period_id,
    mrr_day.account_id,
    cast(sum(
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

/*---
examples:
  - name: two currencies meet at the rate of the day, and groups add up
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-03-31 | 1000
        cobalt     | EUR      | 2025-03-31 | 1000
        cobalt     | EUR      | 2025-03-30 | 9999
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
        EUR      | 2025-03-31 | 1.10
    expect: |
      entity   | value
      acorn    | 1000
      cobalt   | 1100
      dovetail | 0
      (all)    | 2100

  - name: a currency without a rate is never taken for one to one
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-03-31 | 1000
        cobalt     | EUR      | 2025-03-31 | 1000
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | value | status
      acorn  | 1000  | OK
      cobalt |       | SOURCE_MISSING
      (all)  |       | SOURCE_MISSING

  - name: in a bridged gap the last amount counts once the return is known
    as_of: 2025-03-02
    known_on: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        ember      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr | bridged_mrr | bridge_known_day
        ember      | USD      | 2025-03-02 | 0   | 500         | 2025-03-04
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-02 | 1
    expect: |
      entity | value
      ember  | 500

  - name: on a day in the gap itself nobody can know of the return
    as_of: 2025-03-02
    known_on: 2025-03-02
    given:
      fact.account: |
        account_id | counts_as_logo
        ember      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr | bridged_mrr | bridge_known_day
        ember      | USD      | 2025-03-02 | 0   | 500         | 2025-03-04
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-02 | 1
    expect: |
      entity | value
      ember  | 0

  - name: without billing there is no zero
    as_of: 2025-03-31
    missing: [subscription_segment]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
      fact.fx_day: |
        currency | day_number | rate
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING
---*/
