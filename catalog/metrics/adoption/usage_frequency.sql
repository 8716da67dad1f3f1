/*---
metric:   usage_frequency
title:    Active days
question: On how many of the last 30 days did somebody use the product?
kind:     latest
unit:     days
better:   higher
per:      [account]
window:   30 days fixed
reads:    [fact.account_usage_day]
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 30]
begins_with: fact.account_day
stalls_after: 3
tags:     [usage]
owner:    product-analytics
version:  1
meaning: |
  Local calendar days with at least one qualifying event of the account.
caveats:
  - Counts also what a source reports without saying who it was.
related:  [dau_mau_ratio]
---*/
select
    period.id as period_id,
    account_usage_day.account_id,
    account_usage_day.active_days as value
from period
join fact.account_usage_day
    on account_usage_day.day_number = period.as_of_day

/*---
examples:
  - name: three days of which one is too long ago
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-01 | 5
        acorn      | 2025-03-02 | 5
        acorn      | 2025-03-31 | 9
      fact.user_day: |
        account_id | user_id | day_number
    expect: |
      entity | value
      acorn  | 2

  - name: an account that was never seen is at zero once the feed is there
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-02 | 5
      fact.user_day: |
        account_id | user_id | day_number
    expect: |
      entity | value
      acorn  | 1
      cobalt | 0
---*/
