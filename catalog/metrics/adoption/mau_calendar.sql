/*---
metric:   mau_calendar
title:    Users of a calendar month
question: How many people used the product in this calendar month?
kind:     distinct
unit:     people
better:   higher
per:      [account, segment, csm, company, feature]
window:   period month
reads:    [fact.usage_day, fact.user_day]
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 1e12]
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
tags:     [usage]
owner:    product-analytics
version:  1
meaning: |
  Different people with at least one qualifying event in the month, or in the quarter or year that is
  asked for.
caveats:
  - Months have 28 to 31 days, so this one is for reports. For a trend take mau, whose window is
    always as long.
  - A month that is not over is counted as far as it goes.
  - A person who serves two accounts is one person of the company.
related:  [mau]
---*/
select
    period.id as period_id,
    user_day.account_id,
    count(distinct user_day.user_id) as value
from period
join fact.user_day
    on  user_day.day_number >= period.start_day
    and user_day.day_number <  period.end_day
group by period.id, user_day.account_id

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
  - name: February is 28 days, and neither its neighbours nor the window of mau
    as_of: 2025-03-31
    period: 2025-02
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     | boards     | 2025-02-01 | 1      | usage_daily
        acorn      | bob     | boards     | 2025-02-28 | 1      | usage_daily
        acorn      | cy      | boards     | 2025-01-31 | 1      | usage_daily
        acorn      | di      | boards     | 2025-03-01 | 1      | usage_daily
        cobalt     | ann     | boards     | 2025-02-14 | 1      | usage_daily
    expect: |
      entity | grain   | value
      acorn  | account | 2
      cobalt | account | 1
      boards | feature | 2
      (all)  | company | 2

  - name: a month that is not over is cut, and says so
    as_of: 2025-03-10
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-10 | 1      | usage_daily
        acorn      | bob     |            | 2025-03-11 | 1      | usage_daily
    expect: |
      entity | value | status
      acorn  | 1     | PROVISIONAL
      (all)  | 1     | PROVISIONAL
---*/
