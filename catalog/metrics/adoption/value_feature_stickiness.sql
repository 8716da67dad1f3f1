/*---
metric:   value_feature_stickiness
title:    Value feature stickiness
question: Do those who could use the value features keep coming back to them?
kind:     percentage
unit:     points
better:   higher
per:      [account, segment, company]
window:   30 days fixed
reads:
  - fact.account
  - fact.feature_right
  - fact.value_feature
  - fact.right_day
  - fact.deep_users
  - fact.eligible_day
  - fact.eligible
  - fact.usage_day
  - fact.deep_use
sources:  [usage_event or usage_daily, feature]
absent:   zero denominator
bounds:   [0, 100]
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
rows:     sum for accounts, inputs
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  For each value feature, the share of those who could use it who did so on at least so many days of
  the last 30 as the feature asks for, usually 2. Then the mean over the features, by their weights.
caveats:
  - Those who could are the people with a licence on the day. Where an account holds none, they are
    those who used the product in the last 30 days.
  - A feature the account may not use is left out, and a new one for 30 days after its release.
  - In groups a person of two accounts is one person, with the days of both.
related:  [value_feature_depth, value_feature_breadth]
---*/
with deep as (
    select
        period.id as period_id,
        deep_users.account_id,
        sum(value_feature.weight * deep_users.users) as weight
    from period
    join fact.deep_users
        on  deep_users.start_day <= period.as_of_day
        and deep_users.end_day   >  period.as_of_day
    join fact.value_feature
        on value_feature.feature_id = deep_users.feature_id
    group by period.id, deep_users.account_id
)
select
    period.id as period_id,
    account.account_id,
    coalesce(deep.weight, 0)              as numerator,
    right_day.weight * eligible_day.users as denominator,
    -- Who may use no value feature is not asked to come back to any.
    case when right_day.account_id is null then 'NOT_APPLICABLE' end as status
from period
cross join fact.account
left join fact.right_day
    on  right_day.account_id = account.account_id
    and right_day.day_number = period.as_of_day
left join fact.eligible_day
    on  eligible_day.account_id = account.account_id
    and eligible_day.day_number = period.as_of_day
left join deep
    on  deep.period_id = period.id
    and deep.account_id = account.account_id

--- groups: counted again over the people of all accounts
with days_used as (
    select
        member.period_id,
        member.entity_id,
        eligible.user_id,
        feature_right.feature_id,
        count(distinct usage_day.day_number) as days
    from member
    join period
        on period.id = member.period_id
    join fact.feature_right
        on  feature_right.account_id = member.account_id
        and feature_right.start_day <= period.as_of_day
        and (feature_right.end_day is null or feature_right.end_day > period.as_of_day)
    join fact.eligible
        on  eligible.account_id = member.account_id
        and eligible.start_day <= period.as_of_day
        and eligible.end_day   >  period.as_of_day
    left join fact.usage_day
        on  usage_day.account_id = member.account_id
        and usage_day.user_id = eligible.user_id
        and usage_day.feature_id = feature_right.feature_id
        and usage_day.day_number >= period.start_day
        and usage_day.day_number <  period.end_day
    group by member.period_id, member.entity_id, eligible.user_id, feature_right.feature_id
),
depth as (
    select
        days_used.period_id,
        days_used.entity_id,
        value_feature.weight,
        sum(case when days_used.days >= value_feature.min_days then 1 else 0 end) as deep,
        count(*) as users
    from days_used
    join fact.value_feature
        on value_feature.feature_id = days_used.feature_id
    group by
        days_used.period_id,
        days_used.entity_id,
        days_used.feature_id,
        value_feature.weight
)
select
    period_id,
    entity_id,
    sum(rounded(divided(weight * deep, users))) as numerator,
    sum(weight) as denominator
from depth
group by period_id, entity_id

--- rows: each person and each feature they could use, and again those who keep coming back
with able as (
    select
        period.id as period_id,
        period.as_of_day,
        eligible.account_id,
        eligible.user_id,
        feature_right.feature_id
    from period
    join fact.eligible
        on  eligible.start_day <= period.as_of_day
        and eligible.end_day   >  period.as_of_day
    join fact.feature_right
        on  feature_right.account_id = eligible.account_id
        and feature_right.start_day <= period.as_of_day
        and (feature_right.end_day is null or feature_right.end_day > period.as_of_day)
)
select
    able.period_id,
    able.account_id,
    able.user_id,
    able.feature_id,
    part.part,
    value_feature.weight as amount,
    'app_user'   as record_table,
    able.user_id as record_id
from able
join fact.value_feature
    on value_feature.feature_id = able.feature_id
left join fact.deep_use
    on  deep_use.account_id = able.account_id
    and deep_use.user_id = able.user_id
    and deep_use.feature_id = able.feature_id
    and deep_use.start_day <= able.as_of_day
    and deep_use.end_day   >  able.as_of_day
join (values ('numerator'), ('denominator')) as part (part)
    on part.part = 'denominator'
    or deep_use.user_id is not null

/*---
examples:
  - name: depths of six, three and one of ten people, by weight, on at least two days of thirty
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      customer.feature: |
        id | is_value_feature | weight | min_days_k | released_on
        f1 | true             | 0.5    | 2          | 2024-01-01
        f2 | true             | 0.3    | 2          | 2024-01-01
        f3 | true             | 0.2    | 2          | 2024-01-01
        f4 | true             | 5      | 2          | 2025-03-02
        f5 | false            | 5      | 2          | 2024-01-01
      customer.entitlement: |
        account_id | feature_id | valid_from | valid_to
      fact.licence: |
        account_id | user_id | start_day
        acorn      | u0      | 2025-01-01
        acorn      | u1      | 2025-01-01
        acorn      | u2      | 2025-01-01
        acorn      | u3      | 2025-01-01
        acorn      | u4      | 2025-01-01
        acorn      | u5      | 2025-01-01
        acorn      | u6      | 2025-01-01
        acorn      | u7      | 2025-01-01
        acorn      | u8      | 2025-01-01
        acorn      | u9      | 2025-01-01
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | seconds
        acorn      | u0      | f1         | 2025-03-02 | 1      | 0
        acorn      | u0      | f1         | 2025-03-31 | 1      | 0
        acorn      | u1      | f1         | 2025-03-02 | 1      | 0
        acorn      | u1      | f1         | 2025-03-31 | 1      | 0
        acorn      | u2      | f1         | 2025-03-02 | 1      | 0
        acorn      | u2      | f1         | 2025-03-31 | 1      | 0
        acorn      | u3      | f1         | 2025-03-02 | 1      | 0
        acorn      | u3      | f1         | 2025-03-31 | 1      | 0
        acorn      | u4      | f1         | 2025-03-02 | 1      | 0
        acorn      | u4      | f1         | 2025-03-31 | 1      | 0
        acorn      | u5      | f1         | 2025-03-02 | 1      | 0
        acorn      | u5      | f1         | 2025-03-31 | 1      | 0
        acorn      | u0      | f2         | 2025-03-02 | 1      | 0
        acorn      | u0      | f2         | 2025-03-31 | 1      | 0
        acorn      | u1      | f2         | 2025-03-02 | 1      | 0
        acorn      | u1      | f2         | 2025-03-31 | 1      | 0
        acorn      | u2      | f2         | 2025-03-02 | 1      | 0
        acorn      | u2      | f2         | 2025-03-31 | 1      | 0
        acorn      | u0      | f3         | 2025-03-02 | 1      | 0
        acorn      | u0      | f3         | 2025-03-31 | 1      | 0
        acorn      | u7      | f1         | 2025-03-01 | 1      | 0
        acorn      | u7      | f1         | 2025-03-31 | 1      | 0
        acorn      | u8      | f2         | 2025-03-31 | 1      | 0
        acorn      | u8      | f2         | 2025-04-01 | 1      | 0
    expect: |
      entity | value | status
      acorn  | 41    | OK
      (all)  | 41    | OK

  - name: licences of the day, else the people who came; a person of two accounts is one
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.value_feature: |
        feature_id | weight | min_days
        f1         | 1      | 3
        f2         | 1      | 1
      fact.feature_right: |
        account_id | feature_id | start_day
        acorn      | f1         | 2024-01-01
        cobalt     | f1         | 2024-01-01
        cobalt     | f2         | 2024-01-01
        ember      | f1         | 2024-01-01
      fact.licence: |
        account_id | user_id | start_day  | end_day
        acorn      | ann     | 2025-01-01 | 2025-03-31
        acorn      | ann     | 2025-02-01 |
        acorn      | bob     | 2025-01-01 |
        acorn      | eve     | 2025-01-01 | 2025-03-31
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | seconds
        acorn      | ann     | f1         | 2025-03-05 | 1      | 0
        acorn      | ann     | f1         | 2025-03-06 | 1      | 0
        acorn      | ann     | f1         | 2025-03-07 | 1      | 0
        acorn      | eve     | f1         | 2025-03-05 | 1      | 0
        acorn      | eve     | f1         | 2025-03-06 | 1      | 0
        acorn      | eve     | f1         | 2025-03-07 | 1      | 0
        acorn      | bob     | f1         | 2025-03-05 | 1      | 0
        cobalt     | bob     | f1         | 2025-03-06 | 1      | 0
        cobalt     | bob     | f1         | 2025-03-07 | 1      | 0
        cobalt     | cy      | f2         | 2025-03-07 | 1      | 0
        cobalt     | di      | other      | 2025-03-07 | 1      | 0
    expect: |
      entity   | value           | status
      acorn    | 50              | OK
      cobalt   | 16.666666666667 | OK
      dovetail |                 | NOT_APPLICABLE
      ember    |                 | ZERO_DENOMINATOR
      (all)    | 41.666666666667 | OK
---*/
