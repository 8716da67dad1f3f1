/*---
metric:   dau
title:    Daily active users
question: How many people used the product on this day?
kind:     distinct
unit:     people
better:   higher
per:      [account, segment, csm, company]
window:   1 day fixed
reads:    [fact.account_usage_day, fact.user_day]
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 1e12]
begins_with: fact.user_day
stalls_after: 3
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Different people with at least one qualifying event on the day. Staff, bots and test users are left out.
caveats:
  - A person who serves two accounts is one person of the company.
  - Zero means that the feed was there and nobody came. Before the feed began,
    or where it does not say who it was, there is no value.
related:  [dau_mau_ratio]
---*/
select
    period.id as period_id,
    account_usage_day.account_id,
    account_usage_day.dau as value
from period
join fact.account_usage_day
    on account_usage_day.day_number = period.as_of_day

--- groups: people are counted again, because those of two accounts may be the same
select
    member.period_id,
    member.entity_id,
    count(distinct user_day.user_id) as value
from member
join period
    on period.id = member.period_id
join fact.user_day
    on  user_day.account_id = member.account_id
    and user_day.day_number >= period.start_day
    and user_day.day_number <  period.end_day
group by member.period_id, member.entity_id

/*---
examples:
  - name: two people, three visits, and a company counts each person once
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-31 | 2
        cobalt     | 2025-03-31 | 1
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | ann     | 2025-03-31
        acorn      | bob     | 2025-03-31
        cobalt     | ann     | 2025-03-31
        cobalt     | cy      | 2025-03-30
    expect: |
      entity | value
      acorn  | 2
      cobalt | 1
      (all)  | 2

  - name: nobody came today, which is zero and not unknown
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-30 | 2
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | ann     | 2025-03-30
    expect: |
      entity | value
      acorn  | 0
      (all)  | 0
---*/
