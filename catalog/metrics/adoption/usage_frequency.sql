/*---
metric:   usage_frequency
title:    Active days
question: On how many of the last 30 days did somebody use the product?
kind:     latest
unit:     days
better:   higher
per:      [account, user]
window:   30 days fixed
reads:
  - fact.account
  - fact.account_day
  - fact.first_paid
  - fact.user_day
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 60]
components: [headline, per_user, trend]
component_units: {trend: fraction}
begins_with: fact.account_day
stalls_after: 3
settles_after: provisional_days
rows_read: [fact.usage_day]
tags:     [usage]
owner:    product-analytics
version:  2
meaning: |
  Local calendar days with at least one qualifying event of the account, or of the user. per_user is
  the mean number of days on which those who came did so. trend is these 30 days over the 30 before.
caveats:
  - Counts also what a source reports without saying who it was.
  - An account that first paid less than 30 days ago is scaled up to 30 from the days since, once
    there are 14, and is remarked on as young_account. Before that its days stand as they are and are
    not judged.
  - Without any day in the 30 before there is no trend.
related:  [dau_mau_ratio, usage_duration]
---*/
with observed as (
    select
        period.id as period_id,
        period.days,
        period.start_day,
        period.end_day,
        account.account_id,
        greatest(period.start_day, coalesce(first_paid.day_number, 0)) as since_day
    from period
    cross join fact.account
    left join fact.first_paid
        on  first_paid.account_id = account.account_id
        and first_paid.day_number <= period.as_of_day
),
counted as (
    select
        observed.period_id,
        observed.account_id,
        observed.days,
        observed.end_day - observed.since_day as seen_days,
        count(case when account_day.day_number >= observed.since_day then 1 end) as active,
        count(case when account_day.day_number >= observed.start_day then 1 end) as all_active,
        count(case when account_day.day_number < observed.start_day then 1 end)  as before
    from observed
    left join fact.account_day
        on  account_day.account_id = observed.account_id
        and account_day.day_number >= observed.start_day - observed.days
        and account_day.day_number <  observed.end_day
    group by all
),
per_user as (
    select
        period.id as period_id,
        user_day.account_id,
        rounded(divided(count(*), count(distinct user_day.user_id))) as days
    from period
    join fact.user_day
        on  user_day.day_number >= period.start_day
        and user_day.day_number <  period.end_day
    group by period.id, user_day.account_id
)
select
    period_id,
    account_id,
    '' as component,
    active * case
        when seen_days >= young_account_minimum_days()
            then rounded(divided(days, seen_days))
        else 1
    end as value,
    cast(null as string) as status,
    case when seen_days < young_account_minimum_days() then 'INSUFFICIENT_SAMPLE' end as trust,
    case when seen_days < days then 'young_account' end as warning
from counted
union all
select
    counted.period_id,
    counted.account_id,
    'per_user' as component,
    coalesce(per_user.days, 0) as value,
    case when per_user.days is null then 'ZERO_DENOMINATOR' end as status,
    null as trust,
    null as warning
from counted
left join per_user
    on  per_user.period_id = counted.period_id
    and per_user.account_id = counted.account_id
union all
select
    period_id,
    account_id,
    'trend' as component,
    coalesce(rounded(divided(all_active, before)), 0) as value,
    case when before = 0 then 'ZERO_DENOMINATOR' end as status,
    null as trust,
    null as warning
from counted

--- user: their days, over all their accounts
with counted as (
    select
        period.id as period_id,
        user_day.user_id,
        count(distinct case when user_day.day_number >= period.start_day then day_number end)
            as active,
        count(distinct case when user_day.day_number < period.start_day then day_number end)
            as before
    from period
    join fact.user_day
        on  user_day.day_number >= period.start_day - period.days
        and user_day.day_number <  period.end_day
    group by period.id, user_day.user_id
)
select
    counted.period_id,
    counted.user_id as entity_id,
    line.component,
    case
        when line.component = 'trend'
            then coalesce(rounded(divided(active, before)), 0)
        else active
    end as value,
    case when line.component = 'trend' and before = 0 then 'ZERO_DENOMINATOR' end as status
from counted
cross join (values (''), ('per_user'), ('trend')) as line (component)

--- rows: each day on which somebody came
select distinct
    period.id as period_id,
    usage_day.account_id,
    usage_day.user_id,
    'value' as part,
    case
        when period.end_day - first_paid.day_number
            between young_account_minimum_days() and period.days
            then rounded(divided(period.days, period.end_day - first_paid.day_number))
        else 1
    end as amount,
    cast(usage_day.day_number as string) as item,
    usage_day.record_table,
    usage_day.day_number
from period
join fact.usage_day
    on  usage_day.day_number >= period.start_day
    and usage_day.day_number <  period.end_day
-- Only an account is scaled up, so only when one is asked about.
left join asked_entity
    on asked_entity.id = usage_day.account_id
left join fact.first_paid
    on  first_paid.account_id = asked_entity.id
    and first_paid.day_number <= period.as_of_day
where usage_day.day_number >= coalesce(first_paid.day_number, 0)

/*---
examples:
  - name: three days of which one is too long ago, and two people on one day are one day
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.first_paid: |
        account_id | day_number
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-01 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-02 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-03 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-31 | 1      | usage_daily
        acorn      | bob     |            | 2025-03-31 | 1      | usage_daily
        acorn      |         |            | 2025-03-20 | 1      | usage_daily
    expect: |
      entity | grain   | component | value | status
      acorn  | account |           | 4     | OK
      acorn  | account | per_user  | 2     | OK
      acorn  | account | trend     | 4     | OK
      ann    | user    |           | 3     | OK
      bob    | user    |           | 1     | OK
      bob    | user    | trend     |       | ZERO_DENOMINATOR

  - name: an account that was never seen is at zero once the feed is there, and has no trend
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.first_paid: |
        account_id | day_number
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-02 | 1      | usage_daily
    expect: |
      entity | component | value | status
      acorn  |           | 1     | OK
      acorn  | trend     |       | ZERO_DENOMINATOR
      cobalt |           | 0     | OK
      cobalt | per_user  |       | ZERO_DENOMINATOR
      cobalt | trend     |       | ZERO_DENOMINATOR

  - name: 10 days of 20 are 15 of 30, and 5 days of 13 are too few to say
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.first_paid: |
        account_id | day_number
        acorn      | 2025-03-12
        cobalt     | 2025-03-19
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-03-11 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-12 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-13 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-14 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-15 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-16 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-17 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-18 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-19 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-20 | 1      | usage_daily
        acorn      | ann     |            | 2025-03-21 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-20 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-21 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-22 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-23 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-24 | 1      | usage_daily
    expect: |
      entity | value | status              | warnings
      acorn  | 15    | OK                  | young_account
      cobalt | 5     | INSUFFICIENT_SAMPLE | young_account
---*/
