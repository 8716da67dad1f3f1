/*---
metric:   dau_mau_vs_target
title:    DAU / MAU against the target
question: Do people come as often as we think is healthy for this product?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, company]
window:   monthly_active_days fixed
reads:
  - fact.account
  - fact.comeback_day
  - fact.business_days
  - fact.user_day
  - fact.segment_member
  - fact.usage_target
sources:  [usage_event or usage_daily, usage_target]
absent:   zero denominator
bounds:   [0, 1e6]
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
rows:     inputs
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  DAU / MAU over the target that is valid on the day. 1 means on target. What is healthy differs from
  product to product and from segment to segment, so the target is ours to set.
caveats:
  - The target of the account's segment, and where there is none, the one without a segment. Without
    any the question does not arise.
  - Nobody active is 0, unlike in dau_mau_ratio, because a target stands all the same.
  - The company has the target without a segment.
related:  [dau_mau_ratio]
---*/
with targeted as (
    select
        period.id as period_id,
        period.as_of_day,
        account.account_id,
        coalesce(max(own.target), max(common.target)) as target
    from period
    cross join fact.account
    left join fact.segment_member as belongs
        on  belongs.account_id = account.account_id
        and belongs.start_day <= period.as_of_day
        and (belongs.end_day is null or belongs.end_day > period.as_of_day)
    left join fact.usage_target as own
        on  own.metric = 'dau_mau_ratio'
        and own.segment = belongs.segment
        and own.start_day <= period.as_of_day
        and (own.end_day is null or own.end_day > period.as_of_day)
    left join fact.usage_target as common
        on  common.metric = 'dau_mau_ratio'
        and common.segment is null
        and common.start_day <= period.as_of_day
        and (common.end_day is null or common.end_day > period.as_of_day)
    group by period.id, period.as_of_day, account.account_id
)
select
    targeted.period_id,
    targeted.account_id,
    coalesce(comeback_day.user_days, 0) as numerator,
    targeted.target * coalesce(comeback_day.users * comeback_day.divisor, 1) as denominator,
    case when targeted.target is null then 'NOT_APPLICABLE' end as status,
    case when comeback_day.is_young then 'young_account' end    as warning
from targeted
left join fact.comeback_day
    on  comeback_day.account_id = targeted.account_id
    and comeback_day.day_number = targeted.as_of_day

--- groups: a segment has its own target, and people are counted again
with visit as (
    select distinct member.period_id, member.entity_id, user_day.user_id, user_day.day_number
    from member
    join period
        on period.id = member.period_id
    left join fact.user_day
        on  user_day.account_id = member.account_id
        and user_day.day_number >= period.start_day
        and user_day.day_number <  period.end_day
),
counted as (
    select
        period_id,
        entity_id,
        count(user_id)          as user_days,
        count(distinct user_id) as users
    from visit
    group by period_id, entity_id
)
select
    counted.period_id,
    counted.entity_id,
    counted.user_days as numerator,
    max(coalesce(own.target, common.target))
        * greatest(counted.users * business_days.divisor, 1) as denominator,
    case when max(coalesce(own.target, common.target)) is null then 'NOT_APPLICABLE' end as status
from counted
join period
    on period.id = counted.period_id
join fact.business_days
    on  business_days.day_number = period.as_of_day
    and business_days.days = period.days
left join fact.usage_target as own
    on  own.metric = 'dau_mau_ratio'
    and own.segment = counted.entity_id
    and own.start_day <= period.as_of_day
    and (own.end_day is null or own.end_day > period.as_of_day)
left join fact.usage_target as common
    on  common.metric = 'dau_mau_ratio'
    and common.segment is null
    and common.start_day <= period.as_of_day
    and (common.end_day is null or common.end_day > period.as_of_day)
group by
    counted.period_id,
    counted.entity_id,
    counted.user_days,
    counted.users,
    business_days.divisor

--- rows: the visits, and the targets of the day
select
    period.id as period_id,
    user_day.account_id,
    'numerator' as part,
    1           as amount,
    user_day.user_id || ' ' || user_day.day_number as item,
    user_day.record_table,
    cast(null as string) as record_id,
    user_day.user_id,
    user_day.day_number,
    cast(null as string) as label
from period
join fact.user_day
    on  user_day.day_number >= period.start_day
    and user_day.day_number <  period.end_day
union all
select
    period.id as period_id,
    account.account_id,
    'denominator'          as part,
    usage_target.target    as amount,
    usage_target.target_id as item,
    'usage_target'         as record_table,
    usage_target.target_id as record_id,
    cast(null as string)  as user_id,
    usage_target.start_day as day_number,
    coalesce(usage_target.segment, 'every segment') as label
from period
cross join fact.account
join fact.usage_target
    on  usage_target.metric = 'dau_mau_ratio'
    and usage_target.start_day <= period.as_of_day
    and (usage_target.end_day is null or usage_target.end_day > period.as_of_day)

/*---
examples:
  - name: 0.30 against a target of 0.25 is 1.2, and yesterday's target is over
    as_of: 2025-04-01
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.first_paid: |
        account_id | day_number
      fact.segment_member: |
        account_id | segment    | start_day
        acorn      | enterprise | 2024-01-01
      fact.usage_target: |
        metric        | segment | target | start_day  | end_day
        dau_mau_ratio |         | 0.5    | 2024-01-01 | 2025-04-01
        dau_mau_ratio |         | 0.25   | 2025-04-01 |
        mau           |         | 9      | 2024-01-01 |
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | u1      |            | 2025-03-03 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-04 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-05 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-06 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-07 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-08 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-09 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-10 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-11 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-12 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-13 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-14 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-15 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-16 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-17 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-18 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-19 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-20 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-21 | 1      | usage_daily
        acorn      | u1      |            | 2025-03-22 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-10 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-11 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-12 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-13 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-14 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-15 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-16 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-17 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-18 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-19 | 1      | usage_daily
        acorn      | u3      |            | 2025-03-10 | 1      | usage_daily
        acorn      | u3      |            | 2025-03-11 | 1      | usage_daily
        acorn      | u3      |            | 2025-03-12 | 1      | usage_daily
        acorn      | u3      |            | 2025-03-13 | 1      | usage_daily
        acorn      | u3      |            | 2025-03-14 | 1      | usage_daily
        acorn      | u4      |            | 2025-03-10 | 1      | usage_daily
    expect: |
      entity     | grain   | value
      acorn      | account | 1.2
      enterprise | segment | 1.2
      (all)      | company | 1.2

  - name: the segment's target before the common one, nobody is zero, and no target is no question
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.first_paid: |
        account_id | day_number
      fact.segment_member: |
        account_id | segment    | start_day
        acorn      | enterprise | 2024-01-01
        cobalt     | small      | 2024-01-01
        dovetail   | enterprise | 2024-01-01
      fact.usage_target: |
        metric        | segment    | target | start_day  | end_day
        dau_mau_ratio | enterprise | 0.2    | 2024-01-01 |
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-26 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-27 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-28 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-29 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-30 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-31 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-26 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-27 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-28 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-29 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-30 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-31 | 1      | usage_daily
    expect: |
      entity     | grain   | value | status
      acorn      | account | 1     | OK
      cobalt     | account |       | NOT_APPLICABLE
      dovetail   | account | 0     | OK
      enterprise | segment | 1     | OK
      small      | segment |       | NOT_APPLICABLE
      (all)      | company |       | NOT_APPLICABLE
---*/
