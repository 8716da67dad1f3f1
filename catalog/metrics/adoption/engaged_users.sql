/*---
metric:   engaged_users
title:    Engaged users
question: How many people did at least a handful of things in the last 30 days?
kind:     distinct
unit:     people
better:   higher
per:      [account, segment, csm, company]
window:   monthly_active_days fixed
reads:    [fact.engaged_user, fact.user_day]
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 1e12]
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
rows:     sum for accounts, inputs
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Different people with at least 5 qualifying events in the 30 days that end with the day. A workspace
  may set another number.
caveats:
  - In a group the events of a person add up over all its accounts.
  - Passive events do not count, nor do staff, bots, test and service users.
related:  [mau, usage_frequency]
---*/
select
    period.id as period_id,
    engaged_user.account_id,
    count(*) as value
from period
join fact.engaged_user
    on  engaged_user.start_day <= period.as_of_day
    and engaged_user.end_day   >  period.as_of_day
group by period.id, engaged_user.account_id

--- groups: counted again over what each person did anywhere
with busy as (
    select member.period_id, member.entity_id, user_day.user_id
    from member
    join period
        on period.id = member.period_id
    join fact.user_day
        on  user_day.account_id = member.account_id
        and user_day.day_number >= period.start_day
        and user_day.day_number <  period.end_day
    group by member.period_id, member.entity_id, user_day.user_id
    having sum(user_day.events) >= engaged_events()
)
select period_id, entity_id, count(*) as value
from busy
group by period_id, entity_id

--- rows: each engaged person; of a group, each person and account, because they may add up
select
    period.id as period_id,
    user_day.account_id,
    user_day.user_id,
    'value'                    as part,
    1                          as amount,
    user_day.user_id           as item,
    max(user_day.record_table) as record_table,
    max(user_day.day_number)   as day_number,
    cast(sum(user_day.events) as string) || ' events' as label
from period
cross join asked_entity
join fact.user_day
    on  user_day.day_number >= period.start_day
    and user_day.day_number <  period.end_day
group by period.id, user_day.account_id, user_day.user_id, asked_entity.id
having sum(user_day.events) >= engaged_events()
or asked_entity.id <> user_day.account_id

/*---
examples:
  - name: of 7, 5, 4 and 1 events two are engaged, and the thirty-first day back adds nothing
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | u1      |            | 2025-03-02 | 7      | usage_event
        acorn      | u2      |            | 2025-03-02 | 2      | usage_event
        acorn      | u2      |            | 2025-03-31 | 3      | usage_event
        acorn      | u3      |            | 2025-03-01 | 4      | usage_event
        acorn      | u3      |            | 2025-03-10 | 4      | usage_event
        acorn      | u4      |            | 2025-03-31 | 1      | usage_event
    expect: |
      entity | value
      acorn  | 2
      (all)  | 2

  - name: a little at two accounts is a handful for the company
    as_of: 2025-03-31
    settings: {engaged_events: 4}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-31 | 2      | usage_event
        cobalt     | ann     |            | 2025-03-30 | 2      | usage_event
        cobalt     | bob     |            | 2025-03-30 | 4      | usage_event
    expect: |
      entity | value
      acorn  | 0
      cobalt | 1
      (all)  | 2
---*/
