/*---
metric:   wau
title:    Weekly active users
question: How many people used the product in the last 7 days?
kind:     distinct
unit:     people
better:   higher
per:      [account, segment, csm, company, feature]
window:   7 days fixed
reads:    [fact.account_usage_day, fact.user_week, fact.usage_day]
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 1e12]
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Different people with at least one qualifying event in the 7 days that end with the day.
caveats:
  - Staff, bots, test and service users are left out, and so are passive events such as a mail opened.
  - A person who serves two accounts is one person of the company.
  - Who works over midnight is there on both days.
  - Zero means that the feed was there and nobody came. Before the feed began, or where it does not
    say who it was, there is no value.
related:  [dau, mau, wau_mau_ratio]
---*/
select
    period.id as period_id,
    account_usage_day.account_id,
    account_usage_day.wau as value
from period
join fact.account_usage_day
    on account_usage_day.day_number = period.as_of_day

--- groups: people are counted again, because those of two accounts may be the same
select
    member.period_id,
    member.entity_id,
    count(distinct user_week.user_id) as value
from member
join period
    on period.id = member.period_id
join fact.user_week
    on  user_week.account_id = member.account_id
    and user_week.start_day <= period.as_of_day
    and user_week.end_day   >  period.as_of_day
group by member.period_id, member.entity_id

--- feature: of everybody, those who used it
select
    period.id as period_id,
    usage_day.feature_id as entity_id,
    count(distinct usage_day.user_id) as value
from period
join fact.usage_day
    on  usage_day.day_number >= period.start_day
    and usage_day.day_number <  period.end_day
    and usage_day.feature_id is not null
group by period.id, usage_day.feature_id

--- rows: one for each person and each feature, or none, that they used
select
    period.id as period_id,
    usage_day.account_id,
    'value'                     as part,
    1                           as amount,
    usage_day.user_id           as item,
    max(usage_day.record_table) as record_table,
    usage_day.user_id,
    usage_day.feature_id,
    max(usage_day.day_number)   as day_number
from period
join fact.usage_day
    on  usage_day.day_number >= period.start_day
    and usage_day.day_number <  period.end_day
    and usage_day.user_id is not null
group by period.id, usage_day.account_id, usage_day.user_id, usage_day.feature_id

/*---
examples:
  - name: the seventh day back counts and the eighth does not
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-25 | 1      | usage_event
        acorn      | ann     |            | 2025-03-31 | 1      | usage_event
        acorn      | bob     |            | 2025-03-24 | 1      | usage_event
        cobalt     | ann     |            | 2025-03-28 | 1      | usage_event
        cobalt     | cy      |            | 2025-04-01 | 1      | usage_event
    expect: |
      entity | value
      acorn  | 1
      cobalt | 1
      (all)  | 1

  - name: a feature counts the people of all accounts, each once, and not those who came for another
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     | boards     | 2025-03-25 | 1      | usage_event
        acorn      | ann     | boards     | 2025-03-31 | 1      | usage_event
        cobalt     | ann     | boards     | 2025-03-25 | 1      | usage_event
        cobalt     | bob     | boards     | 2025-03-25 | 1      | usage_event
        cobalt     | cy      | plans      | 2025-03-25 | 1      | usage_event
        cobalt     | di      |            | 2025-03-25 | 1      | usage_event
        cobalt     | ed      | boards     | 2025-03-24 | 1      | usage_event
        cobalt     |         | boards     | 2025-03-25 | 1      | usage_event
    expect: |
      entity | grain   | value
      boards | feature | 2
      plans  | feature | 1
      cobalt | account | 4
      (all)  | company | 4
---*/
