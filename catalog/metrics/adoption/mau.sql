/*---
metric:   mau
title:    Monthly active users
question: How many people used the product in the last 30 days?
kind:     distinct
unit:     people
better:   higher
per:      [account, segment, csm, company, feature]
window:   monthly_active_days fixed
reads:    [fact.account_usage_day, fact.user_active, fact.feature_active]
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 1e12]
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
rows_read: [fact.usage_day]
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Different people with at least one qualifying event in the 30 days that end with the day. The
  workspace may set another number of days.
caveats:
  - Staff, bots, test and service users are left out, and so are passive events such as a mail opened.
  - A person who serves two accounts is one person of the company.
  - Who works over midnight is there on both days.
  - Zero means that the feed was there and nobody came. Before the feed began, or where it does not
    say who it was, there is no value.
related:  [dau, wau, mau_calendar, dau_mau_ratio]
---*/
select
    period.id as period_id,
    account_usage_day.account_id,
    account_usage_day.mau as value
from period
join fact.account_usage_day
    on account_usage_day.day_number = period.as_of_day

--- groups: people are counted again, because those of two accounts may be the same
select
    member.period_id,
    member.entity_id,
    count(distinct user_active.user_id) as value
from member
join period
    on period.id = member.period_id
join fact.user_active
    on  user_active.account_id = member.account_id
    and user_active.start_day <= period.as_of_day
    and user_active.end_day   >  period.as_of_day
group by member.period_id, member.entity_id

--- feature: of everybody, those who used it
select
    period.id as period_id,
    feature_active.feature_id as entity_id,
    count(distinct feature_active.user_id) as value
from period
join fact.feature_active
    on  feature_active.start_day <= period.as_of_day
    and feature_active.end_day   >  period.as_of_day
group by period.id, feature_active.feature_id

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
  - name: five and four people with one in both are eight
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | u1      |            | 2025-03-02 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-10 | 1      | usage_daily
        acorn      | u3      |            | 2025-03-10 | 1      | usage_daily
        acorn      | u4      |            | 2025-03-10 | 1      | usage_daily
        acorn      | both    |            | 2025-03-10 | 1      | usage_daily
        cobalt     | both    |            | 2025-03-12 | 1      | usage_daily
        cobalt     | v2      |            | 2025-03-12 | 1      | usage_daily
        cobalt     | v3      |            | 2025-03-12 | 1      | usage_daily
        cobalt     | v4      |            | 2025-03-31 | 1      | usage_daily
        cobalt     | v4      |            | 2025-03-30 | 1      | usage_daily
    expect: |
      entity | value
      acorn  | 5
      cobalt | 4
      (all)  | 8

  - name: the thirtieth day back counts and the thirty-first does not
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-02 | 1      | usage_daily
        acorn      | bob     |            | 2025-03-01 | 1      | usage_daily
    expect: |
      entity | value
      acorn  | 1
      (all)  | 1

  - name: a workspace that counts months of four weeks
    as_of: 2025-03-31
    settings: {monthly_active_days: 28}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     | boards     | 2025-03-04 | 1      | usage_daily
        acorn      | bob     | boards     | 2025-03-03 | 1      | usage_daily
    expect: |
      entity | grain   | value
      acorn  | account | 1
      boards | feature | 1
      (all)  | company | 1

  - name: before the feed began nobody can say, and after that a stranger is at zero
    as_of: 2025-01-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-02 | 1      | usage_daily
    expect: |
      entity | value | status
      acorn  |       | NO_DATA
      (all)  |       | NO_DATA

  - name: who never came is at zero once the feed is there
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-02 | 1      | usage_daily
    expect: |
      entity | value | status
      cobalt | 0     | OK

  - name: without the feed there is no zero
    as_of: 2025-03-31
    missing: [usage_event]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING

  - name: a feature counts the people of all accounts, each once, and not those who came for another
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     | boards     | 2025-03-02 | 1      | usage_event
        acorn      | ann     | boards     | 2025-03-31 | 1      | usage_event
        cobalt     | ann     | boards     | 2025-03-02 | 1      | usage_event
        cobalt     | bob     | boards     | 2025-03-02 | 1      | usage_event
        cobalt     | cy      | plans      | 2025-03-02 | 1      | usage_event
        cobalt     | di      |            | 2025-03-02 | 1      | usage_event
        cobalt     | ed      | boards     | 2025-03-01 | 1      | usage_event
        cobalt     |         | boards     | 2025-03-02 | 1      | usage_event
    expect: |
      entity | grain   | value
      boards | feature | 2
      plans  | feature | 1
      cobalt | account | 4
      (all)  | company | 4
---*/
