/*---
metric:   dau
title:    Daily active users
question: How many people used the product on this day?
kind:     distinct
unit:     people
better:   higher
per:      [account, segment, csm, company, feature]
window:   1 day fixed
reads:    [fact.account_usage_day, fact.user_day, fact.usage_day]
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
  Different people with at least one qualifying event on the day.
caveats:
  - Staff, bots, test and service users are left out, and so are passive events such as a mail opened.
  - A person who serves two accounts is one person of the company.
  - Who works over midnight is there on both days.
  - Zero means that the feed was there and nobody came. Before the feed began, or where it does not
    say who it was, there is no value.
related:  [wau, mau, dau_mau_ratio]
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
  - name: two people, three visits, and a company counts each person once
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     | boards     | 2025-03-31 | 1      | usage_event
        acorn      | ann     | plans      | 2025-03-31 | 1      | usage_event
        acorn      | bob     |            | 2025-03-31 | 1      | usage_event
        cobalt     | ann     |            | 2025-03-31 | 1      | usage_event
        cobalt     | cy      |            | 2025-03-30 | 1      | usage_event
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
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-30 | 2      | usage_event
    expect: |
      entity | value
      acorn  | 0
      (all)  | 0

  - name: a feature counts the people of all accounts, each once, and not those who came for another
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     | boards     | 2025-03-31 | 1      | usage_event
        acorn      | ann     | boards     | 2025-03-31 | 1      | usage_event
        cobalt     | ann     | boards     | 2025-03-31 | 1      | usage_event
        cobalt     | bob     | boards     | 2025-03-31 | 1      | usage_event
        cobalt     | cy      | plans      | 2025-03-31 | 1      | usage_event
        cobalt     | di      |            | 2025-03-31 | 1      | usage_event
        cobalt     | ed      | boards     | 2025-03-30 | 1      | usage_event
        cobalt     |         | boards     | 2025-03-31 | 1      | usage_event
    expect: |
      entity | grain   | value
      boards | feature | 2
      plans  | feature | 1
      cobalt | account | 4
      (all)  | company | 4

  - name: an event that counts nothing, of staff, passive, or of a merged name is not another person
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      customer.account: |
        id    | source_system | source_id
        acorn | crm           | A9
      customer.app_user: |
        id   | source_system | source_id | merged_into | kind
        ann  | app           | u1        |             | customer
        anon | app           | u2        | ann         | customer
        eve  | app           | u3        |             | staff
        bot  | app           | u4        |             | bot
        kit  | app           | u5        |             | test
        ping | app           | u6        |             | service
      customer.feature: |
        id     | source_system | source_id
        boards | app           | f1
      customer.feature_event_map: |
        source_system | event_name | feature_id | valid_from | valid_to   | is_qualifying
        app           | mail_open  |            | 2024-01-01 |            | false
        app           | board_see  | boards     | 2024-01-01 |            | true
        app           | board_open | boards     | 2024-01-01 | 2025-01-01 | false
        app           | board_open | boards     | 2025-01-01 |            | true
        app           | old_ping   |            | 2024-01-01 |            | true
        app           | old_ping   |            | 2025-01-01 |            | false
      lake.usage_event: |
        source_system | account_ref | user_ref   | event_name | occurred_at         | event_count
        app           | ext:crm/A9  | u1         | board_see  | 2025-03-31 09:00:00 | 1
        app           | ext:crm/A9  | u2         | board_open | 2025-03-31 09:01:00 | 1
        app           | ext:crm/A9  | u3         | board_see  | 2025-03-31 09:02:00 | 1
        app           | ext:crm/A9  | u4         | board_see  | 2025-03-31 09:03:00 | 1
        app           | ext:crm/A9  | u5         | board_see  | 2025-03-31 09:04:00 | 1
        app           | ext:crm/A9  | u6         | board_see  | 2025-03-31 09:05:00 | 1
        app           | ext:crm/A9  | u7         | mail_open  | 2025-03-31 09:06:00 | 1
        app           | ext:crm/A9  | u8         | board_see  | 2025-03-31 09:07:00 | 0
        app           | ext:crm/A9  | u9         | other      | 2025-03-31 23:59:00 | 1
        app           | ext:crm/A9  | u9         | other      | 2025-04-01 00:01:00 | 1
        app           | ext:crm/A9  | u13        | old_ping   | 2025-03-31 09:08:00 | 1
        app           | A9          | u10        | board_see  | 2025-03-31 09:08:00 | 1
      lake.usage_daily: |
        source_system | account_ref | user_ref   | day        | feature_ref | event_count
        crm           | A9          | ext:app/u1 | 2025-03-31 | ext:app/f1  | 3
        crm           | A9          | u12        | 2025-03-31 |             | 1
    expect: |
      entity | grain   | value
      acorn  | account | 3
      boards | feature | 1
      (all)  | company | 3

  - name: what the product sends counts beside what is imported, and a visitor is who it turned out to be
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      customer.account: |
        id    | source_system | source_id
        acorn | crm           | A9
      customer.app_user: |
        id  | source_system | source_id | kind
        ann | app           | u1        | customer
        eve | app           | u3        | staff
      customer.feature: |
        id     | source_system | source_id
        boards | app           | f1
      customer.feature_event_map: |
        source_system | event_name | feature_id | valid_from | is_qualifying
        sdk           | board_see  | boards     | 2024-01-01 | true
        sdk           | mail_open  |            | 2024-01-01 | false
      customer.user_link: |
        source_system | message_id | anonymous_ref | user_ref | occurred_at
        sdk           | m9         | a1            | u1       | 2025-03-31 10:00:00+00
      customer.user_group: |
        source_system | message_id | user_ref | account_ref | occurred_at
        sdk           | m8         | u1       | A9          | 2025-03-30 10:00:00+00
      lake.event: |
        type     | source_system | user_ref | anonymous_ref | account_ref | event_name | occurred_at
        page     | sdk           |          | a1            |             | Home       | 2025-03-31 09:00:00
        track    | sdk           | u1       |               |             | board_see  | 2025-03-31 10:01:00
        track    | sdk           | u2       |               | ext:crm/A9  | board_see  | 2025-03-31 10:02:00
        track    | sdk           | u3       |               | A9          | board_see  | 2025-03-31 10:03:00
        track    | sdk           | u4       |               | A9          | mail_open  | 2025-03-31 10:04:00
        track    | sdk           | u5       |               |             | board_see  | 2025-03-31 10:05:00
        track    | sdk           | u6       |               | A9          | board_see  | 2025-04-01 00:00:00
        identify | sdk           | u7       | a7            | A9          |            | 2025-03-31 10:06:00
      lake.usage_event: |
        source_system | account_ref | user_ref | event_name | occurred_at         | event_count
        app           | ext:crm/A9  | u1       | board_see  | 2025-03-31 09:00:00 | 1
        app           | ext:crm/A9  | u9       | other      | 2025-03-31 09:00:00 | 1
      lake.usage_daily: |
        source_system | account_ref | user_ref | day | feature_ref | event_count
    expect: |
      entity | grain   | value
      acorn  | account | 3
      boards | feature | 2
      (all)  | company | 3
---*/
