/*---
metric:   value_feature_breadth
title:    Value feature breadth
question: What share of the value features an account may use did it use in the last 30 days?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   30 days fixed
reads:    [fact.account, fact.feature_right, fact.feature_use]
sources:  [usage_event or usage_daily, feature]
absent:   zero denominator
bounds:   [0, 1]
begins_with: fact.account_day
stalls_after: 3
settles_after: provisional_days
rows_read: [fact.usage_day]
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Value features are those that make a customer stay. One use by one person counts; how deep the use
  is, is another metric's question.
caveats:
  - A feature the account may not use is in neither number.
  - A new feature counts from 30 days after its release.
  - Groups add features before they divide.
  - Until a workspace first imports entitlements, every account may use every value feature.
related:  [usage_frequency]
---*/
select
    period.id as period_id,
    account.account_id,
    count(feature_use.feature_id)   as numerator,
    count(feature_right.feature_id) as denominator,
    -- Who may use no value feature is not asked for any, which is not the same as using none.
    case when count(feature_right.feature_id) = 0 then 'NOT_APPLICABLE' end as status
from period
cross join fact.account
left join fact.feature_right
    on  feature_right.account_id = account.account_id
    and feature_right.start_day <= period.as_of_day
    and (feature_right.end_day is null or feature_right.end_day > period.as_of_day)
left join fact.feature_use
    on  feature_use.account_id = feature_right.account_id
    and feature_use.feature_id = feature_right.feature_id
    and feature_use.start_day <= period.as_of_day
    and feature_use.end_day   >  period.as_of_day
group by period.id, account.account_id

--- rows: each feature that the account may use, and again each that it did
with right_held as (
    select period.id as period_id, period.start_day, period.end_day, account_id, feature_id
    from period
    join fact.feature_right
        on  feature_right.start_day <= period.as_of_day
        and (feature_right.end_day is null or feature_right.end_day > period.as_of_day)
)
select
    period_id,
    account_id,
    feature_id,
    'denominator' as part,
    1             as amount,
    'feature'     as record_table,
    feature_id    as record_id,
    null          as day_number
from right_held
union all
select
    right_held.period_id,
    right_held.account_id,
    right_held.feature_id,
    'numerator' as part,
    1           as amount,
    max(usage_day.record_table) as record_table,
    null                        as record_id,
    max(usage_day.day_number)   as day_number
from right_held
join fact.usage_day
    on  usage_day.account_id = right_held.account_id
    and usage_day.feature_id = right_held.feature_id
    and usage_day.day_number >= right_held.start_day
    and usage_day.day_number <  right_held.end_day
group by right_held.period_id, right_held.account_id, right_held.feature_id

/*---
examples:
  - name: four of six, and a group adds features before dividing
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-01 | 1
      fact.feature_right: |
        account_id | feature_id | start_day
        acorn      | f1         | 2024-01-01
        acorn      | f2         | 2024-01-01
        acorn      | f3         | 2024-01-01
        acorn      | f4         | 2024-01-01
        acorn      | f5         | 2024-01-01
        acorn      | f6         | 2024-01-01
        cobalt     | f1         | 2024-01-01
        cobalt     | f2         | 2024-01-01
      fact.feature_use: |
        account_id | feature_id | start_day  | end_day
        acorn      | f1         | 2025-03-05 | 2025-04-04
        acorn      | f2         | 2025-03-05 | 2025-04-04
        acorn      | f3         | 2025-03-05 | 2025-04-04
        acorn      | f4         | 2025-03-31 | 2025-04-30
        acorn      | f5         | 2025-02-01 | 2025-03-31
        acorn      | other      | 2025-03-05 | 2025-04-04
    expect: |
      entity | value          | numerator | denominator
      acorn  | 0.666666666667 | 4         | 6
      cobalt | 0              | 0         | 2
      (all)  | 0.5            | 4         | 8

  - name: a right that has ended or not begun is no right, and without rights nobody asks
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-01 | 1
      fact.feature_right: |
        account_id | feature_id | start_day  | end_day
        acorn      | f1         | 2024-01-01 | 2025-03-31
        acorn      | f2         | 2025-04-01 |
      fact.feature_use: |
        account_id | feature_id | start_day  | end_day
    expect: |
      entity | value | status
      acorn  |       | NOT_APPLICABLE

  - name: two rights at once are one, a new feature waits 30 days, and a retired one is gone
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      customer.feature: |
        id     | is_value_feature | released_on | retired_on
        boards | true             | 2024-01-01  |
        plans  | true             | 2025-03-01  |
        alerts | true             | 2025-03-02  |
        forms  | true             | 2024-01-01  | 2025-03-31
        extra  | false            | 2024-01-01  |
      customer.entitlement: |
        account_id | feature_id | valid_from | valid_to
        acorn      | boards     | 2024-01-01 | 2025-06-01
        acorn      | boards     | 2025-01-01 |
        acorn      | plans      | 2024-01-01 |
        acorn      | alerts     | 2024-01-01 |
        acorn      | forms      | 2024-01-01 |
        acorn      | extra      | 2024-01-01 |
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     | boards     | 2025-03-02 | 1      | usage_daily
        acorn      | ann     | alerts     | 2025-03-31 | 1      | usage_daily
        acorn      | ann     | extra      | 2025-03-31 | 1      | usage_daily
    expect: |
      entity | value | numerator | denominator
      acorn  | 0.5   | 1         | 2
      (all)  | 0.5   | 1         | 2
---*/
