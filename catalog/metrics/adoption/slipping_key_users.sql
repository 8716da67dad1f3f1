/*---
metric:   slipping_key_users
title:    Slipping key users
question: How many of the people who decide went quiet in the product?
kind:     count
unit:     people
better:   lower
per:      [account]
window:   70 days fixed
reads:    [fact.key_user, fact.established_user]
sources:  [usage_event or usage_daily, contact]
absent:   no data
bounds:   [0, 1e9]
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Slipping users who are an executive sponsor, an economic buyer, an admin or a champion: established
  by the 8 weeks before the last 2, and not active in those.
caveats:
  - Contacts are linked with users by user_id. Where no such contact is, nobody can say.
  - A contact who has left is a matter of the sponsor, not of usage.
  - A person with two entries among the contacts is one.
related:  [slipping_users, executive_sponsor_strength]
---*/
select
    period.id as period_id,
    key_user.account_id,
    count(distinct established_user.user_id) as value
from period
join fact.key_user
    on  key_user.start_day <= period.as_of_day
    and (key_user.end_day is null or key_user.end_day > period.as_of_day)
left join fact.established_user
    on  established_user.account_id = key_user.account_id
    and established_user.user_id = key_user.user_id
    and established_user.is_quiet
    and established_user.start_day <= period.as_of_day
    and established_user.end_day   >  period.as_of_day
group by period.id, key_user.account_id

--- rows: the contacts
select
    period.id as period_id,
    key_user.account_id,
    'value'             as part,
    1                   as amount,
    key_user.user_id    as item,
    'contact'           as record_table,
    key_user.contact_id as record_id,
    key_user.user_id
from period
join fact.key_user
    on  key_user.start_day <= period.as_of_day
    and (key_user.end_day is null or key_user.end_day > period.as_of_day)
join fact.established_user
    on  established_user.account_id = key_user.account_id
    and established_user.user_id = key_user.user_id
    and established_user.is_quiet
    and established_user.start_day <= period.as_of_day
    and established_user.end_day   >  period.as_of_day

/*---
examples:
  - name: of three who went quiet one is an admin, under the name he was merged into
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.person: |
        alias_id | person_id
        q1       | q1
        old      | q2
        s1       | s1
      customer.contact: |
        id | account_id | user_id | roles           | is_exec_sponsor | joined_at  | left_at
        c1 | acorn      | q1      | user            |                 | 2024-01-01 |
        c2 | acorn      | old     | champion;admin |                 | 2024-01-01 |
        c3 | acorn      | old     |                 | true            |            |
        c4 | acorn      | s1      | economic_buyer  |                 | 2024-01-01 |
        c5 | acorn      | q3      | exec_sponsor    |                 | 2024-01-01 | 2025-03-31
        c6 | cobalt     |         | exec_sponsor    |                 | 2024-01-01 |
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | q1      |            | 2025-03-17 | 1      | usage_daily
        acorn      | q1      |            | 2025-03-10 | 1      | usage_daily
        acorn      | q1      |            | 2025-01-21 | 1      | usage_daily
        acorn      | q2      |            | 2025-03-17 | 1      | usage_daily
        acorn      | q2      |            | 2025-03-10 | 1      | usage_daily
        acorn      | q2      |            | 2025-01-21 | 1      | usage_daily
        acorn      | q3      |            | 2025-03-17 | 1      | usage_daily
        acorn      | q3      |            | 2025-03-10 | 1      | usage_daily
        acorn      | q3      |            | 2025-01-21 | 1      | usage_daily
        acorn      | s1      |            | 2025-03-18 | 1      | usage_daily
        acorn      | s1      |            | 2025-03-17 | 1      | usage_daily
        acorn      | s1      |            | 2025-03-10 | 1      | usage_daily
        acorn      | s1      |            | 2025-01-21 | 1      | usage_daily
    expect: |
      entity | value | status
      acorn  | 1     | OK
      cobalt |       | NO_DATA

  - name: key users who still come are a zero
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.key_user: |
        account_id | contact_id | user_id | start_day
        acorn      | c1         | s1      | 2024-01-01
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | s1      |            | 2025-03-18 | 1      | usage_daily
        acorn      | s1      |            | 2025-03-17 | 1      | usage_daily
        acorn      | s1      |            | 2025-03-10 | 1      | usage_daily
        acorn      | s1      |            | 2025-01-21 | 1      | usage_daily
    expect: |
      entity | value | status
      acorn  | 0     | OK
---*/
