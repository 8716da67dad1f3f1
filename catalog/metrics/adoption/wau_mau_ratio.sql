/*---
metric:   wau_mau_ratio
title:    WAU / MAU
question: Of this month's users, what share came in the last 7 days?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   monthly_active_days fixed
reads:    [fact.account_usage_day, fact.user_week, fact.user_active, fact.user_day]
sources:  [usage_event or usage_daily]
absent:   zero denominator
bounds:   [0, 1]
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Different people of the last 7 days over the different people of the last 30. It suits products to
  which people come once a week rather than every day.
caveats:
  - Without users in the month there is no ratio. With some, of whom none came this week, it is zero.
  - A group divides different people by different people.
related:  [dau_mau_ratio, wau, mau]
---*/
select
    period.id as period_id,
    account_usage_day.account_id,
    account_usage_day.wau as numerator,
    account_usage_day.mau as denominator
from period
join fact.account_usage_day
    on  account_usage_day.day_number = period.as_of_day
    and account_usage_day.mau > 0

--- groups: people are counted again, because those of two accounts may be the same
select
    member.period_id,
    member.entity_id,
    count(distinct user_week.user_id)   as numerator,
    count(distinct user_active.user_id) as denominator
from member
join period
    on period.id = member.period_id
join fact.user_active
    on  user_active.account_id = member.account_id
    and user_active.start_day <= period.as_of_day
    and user_active.end_day   >  period.as_of_day
left join fact.user_week
    on  user_week.account_id = user_active.account_id
    and user_week.user_id = user_active.user_id
    and user_week.start_day <= period.as_of_day
    and user_week.end_day   >  period.as_of_day
group by member.period_id, member.entity_id

--- rows: each person of the month, and again each of the week
with seen as (
    select
        period.id as period_id,
        user_day.account_id,
        user_day.user_id,
        user_day.user_id           as item,
        max(user_day.record_table) as record_table,
        max(user_day.day_number)   as day_number,
        period.end_day - 7         as week_start
    from period
    join fact.user_day
        on  user_day.day_number >= period.start_day
        and user_day.day_number <  period.end_day
    group by period.id, user_day.account_id, user_day.user_id, period.end_day
)
select seen.*, 'denominator' as part, 1 as amount
from seen
union all
select seen.*, 'numerator' as part, 1 as amount
from seen
where seen.day_number >= seen.week_start

/*---
examples:
  - name: 12 of 20 came this week, and the eighth day back is not this week
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | u1      |            | 2025-03-25 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-25 | 1      | usage_daily
        acorn      | u3      |            | 2025-03-25 | 1      | usage_daily
        acorn      | u4      |            | 2025-03-25 | 1      | usage_daily
        acorn      | u5      |            | 2025-03-25 | 1      | usage_daily
        acorn      | u6      |            | 2025-03-25 | 1      | usage_daily
        acorn      | u7      |            | 2025-03-25 | 1      | usage_daily
        acorn      | u8      |            | 2025-03-25 | 1      | usage_daily
        acorn      | u9      |            | 2025-03-25 | 1      | usage_daily
        acorn      | u10     |            | 2025-03-25 | 1      | usage_daily
        acorn      | u11     |            | 2025-03-25 | 1      | usage_daily
        acorn      | v1      |            | 2025-03-24 | 1      | usage_daily
        acorn      | v2      |            | 2025-03-24 | 1      | usage_daily
        acorn      | v3      |            | 2025-03-24 | 1      | usage_daily
        acorn      | v4      |            | 2025-03-24 | 1      | usage_daily
        acorn      | v5      |            | 2025-03-24 | 1      | usage_daily
        acorn      | v6      |            | 2025-03-24 | 1      | usage_daily
        acorn      | v7      |            | 2025-03-24 | 1      | usage_daily
        acorn      | v8      |            | 2025-03-24 | 1      | usage_daily
        acorn      | w       |            | 2025-03-20 | 1      | usage_daily
        acorn      | w       |            | 2025-03-31 | 1      | usage_daily
    expect: |
      entity | value | numerator | denominator
      acorn  | 0.6   | 12        | 20
      (all)  | 0.6   | 12        | 20

  - name: a person of two accounts is one person, in the week and in the month
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-10 | 1      | usage_daily
        cobalt     | ann     |            | 2025-03-31 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-10 | 1      | usage_daily
        dovetail   | cy      |            | 2025-02-10 | 1      | usage_daily
    expect: |
      entity   | value | status
      acorn    | 0     | OK
      cobalt   | 0.5   | OK
      dovetail |       | ZERO_DENOMINATOR
      (all)    | 0.5   | OK
---*/
