/*---
metric:   feature_minutes
title:    Minutes on a feature
question: How many minutes did people spend on each feature in the last 30 days?
kind:     count
unit:     minutes
better:   neither
per:      [account, segment, company, feature]
window:   monthly_active_days fixed
reads:
  - fact.account
  - fact.account_usage_day
  - fact.feature_time
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 1e12]
dimension: feature
begins_with: fact.account_day
stalls_after: 3
settles_after: provisional_days
tags:     [usage]
owner:    product-analytics
version:  1
meaning: |
  Active minutes counted on one feature.
caveats:
  - A minute in which somebody used two features counts for both, so features do not add up.
  - More is not better. A feature that became quicker takes less time.
  - Per feature the line previous is the 30 days before, and trend is the one over the other.
    Nothing before gives no trend.
  - The method is a remark of each value. active_minutes are minutes in which somebody did something,
    whatever the number of tabs. Where a workspace says that its events are sparse, they are sessions
    with an idle limit of 30 minutes, in which the last event adds nothing. Elsewhere it is what the
    source reports.
  - Where people used the product and no method says for how long, there is no value.
related:  [time_in_product, value_feature_depth]
---*/
with spent as (
    select
        period.id as period_id,
        feature_time.account_id,
        feature_time.feature_id,
        coalesce(sum(case when day_number >= period.start_day then seconds end), 0) as seconds,
        coalesce(sum(case when day_number < period.start_day then seconds end), 0)  as before,
        min(feature_time.method) as method,
        max(feature_time.method) as other_method
    from period
    join fact.feature_time
        on  feature_time.day_number >= period.start_day - period.days
        and feature_time.day_number <  period.end_day
    group by period.id, feature_time.account_id, feature_time.feature_id
)
select
    period.id as period_id,
    account.account_id,
    feature.feature_id
        || case when line.component = '' then '' else '/' || line.component end as component,
    coalesce(case line.component
        when '' then rounded(divided(spent.seconds, 60))
        when 'previous' then rounded(divided(spent.before, 60))
        else rounded(divided(spent.seconds, spent.before))
    end, 0) as value,
    case
        when account_usage_day.active_days > 0 and timed.account_id is null then 'SOURCE_MISSING'
        when line.component = 'trend'
            and (coalesce(spent.before, 0) = 0 or spent.method <> spent.other_method)
            then 'ZERO_DENOMINATOR'
    end as status,
    case
        when spent.method <> spent.other_method then 'mixed_methods'
        when spent.method is not null then 'method_' || spent.method
    end as warning
from period
cross join fact.account
cross join (select distinct feature_id from fact.feature_time) as feature
cross join (values (''), ('previous'), ('trend')) as line (component)
left join spent
    on  spent.period_id = period.id
    and spent.account_id = account.account_id
    and spent.feature_id = feature.feature_id
left join (select distinct period_id, account_id from spent) as timed
    on  timed.period_id = period.id
    and timed.account_id = account.account_id
left join fact.account_usage_day
    on  account_usage_day.account_id = account.account_id
    and account_usage_day.day_number = period.as_of_day

--- groups: minutes add up, trends do not
with spent as (
    select
        member.period_id,
        member.entity_id,
        feature_time.feature_id,
        coalesce(sum(case when day_number >= period.start_day then seconds end), 0) as seconds,
        coalesce(sum(case when day_number < period.start_day then seconds end), 0)  as before,
        min(feature_time.method) as method,
        max(feature_time.method) as other_method
    from member
    join period
        on period.id = member.period_id
    join fact.feature_time
        on  feature_time.account_id = member.account_id
        and feature_time.day_number >= period.start_day - period.days
        and feature_time.day_number <  period.end_day
    group by member.period_id, member.entity_id, feature_time.feature_id
)
select
    spent.period_id,
    spent.entity_id,
    spent.feature_id
        || case when line.component = '' then '' else '/' || line.component end as component,
    coalesce(case line.component
        when '' then rounded(divided(spent.seconds, 60))
        when 'previous' then rounded(divided(spent.before, 60))
        else rounded(divided(spent.seconds, spent.before))
    end, 0) as value,
    case
        when line.component = 'trend'
            and (coalesce(spent.before, 0) = 0 or spent.method <> spent.other_method)
            then 'ZERO_DENOMINATOR'
    end as status,
    case
        when spent.method <> spent.other_method then 'mixed_methods'
        when spent.method is not null then 'method_' || spent.method
    end as warning
from spent
cross join (values (''), ('previous'), ('trend')) as line (component)

--- feature: over all accounts
with spent as (
    select
        period.id as period_id,
        feature_time.feature_id,
        coalesce(sum(case when day_number >= period.start_day then seconds end), 0) as seconds,
        coalesce(sum(case when day_number < period.start_day then seconds end), 0)  as before,
        min(feature_time.method) as method,
        max(feature_time.method) as other_method
    from period
    join fact.feature_time
        on  feature_time.day_number >= period.start_day - period.days
        and feature_time.day_number <  period.end_day
    group by period.id, feature_time.feature_id
)
select
    spent.period_id,
    spent.feature_id as entity_id,
    line.component,
    coalesce(case line.component
        when '' then rounded(divided(spent.seconds, 60))
        when 'previous' then rounded(divided(spent.before, 60))
        else rounded(divided(spent.seconds, spent.before))
    end, 0) as value,
    case
        when line.component = 'trend'
            and (coalesce(spent.before, 0) = 0 or spent.method <> spent.other_method)
            then 'ZERO_DENOMINATOR'
    end as status,
    case
        when spent.method <> spent.other_method then 'mixed_methods'
        when spent.method is not null then 'method_' || spent.method
    end as warning
from spent
cross join (values (''), ('previous'), ('trend')) as line (component)

--- rows: each person on each day
select
    period.id as period_id,
    feature_time.account_id,
    feature_time.user_id,
    feature_time.feature_id,
    -- Asked about one feature, its minutes are the headline.
    case when feature_time.feature_id <> asked_entity.id then feature_time.feature_id end
        as component,
    'value'                                              as part,
    rounded(divided(feature_time.seconds, 60)) as amount,
    feature_time.record_table,
    feature_time.day_number,
    feature_time.method                                  as label
from period
cross join asked_entity
join fact.feature_time
    on  feature_time.day_number >= period.start_day
    and feature_time.day_number <  period.end_day

/*---
examples:
  - name: 90 minutes after 60 are half as much again, and nothing before is no trend
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.interaction: |
        account_id | user_id | feature_id | day_number | second
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | seconds | record_table
        acorn      | ann     | boards     | 2025-03-31 | 1      | 3600    | usage_daily
        acorn      | bob     | boards     | 2025-03-02 | 1      | 1800    | usage_daily
        acorn      | bob     | boards     | 2025-03-01 | 1      | 3600    | usage_daily
        cobalt     | cy      | plans      | 2025-03-31 | 1      | 600     | usage_daily
        cobalt     | cy      | boards     | 2025-01-30 | 1      | 600     | usage_daily
    expect: |
      entity | grain   | component       | value | status
      acorn  | account | boards          | 90    | OK
      acorn  | account | boards/previous | 60    | OK
      acorn  | account | boards/trend    | 1.5   | OK
      acorn  | account | plans           | 0     | OK
      acorn  | account | plans/trend     |       | ZERO_DENOMINATOR
      cobalt | account | boards          | 0     | OK
      boards | feature |                 | 90    | OK
      boards | feature | previous        | 60    | OK
      boards | feature | trend           | 1.5   | OK
      plans  | feature | trend           |       | ZERO_DENOMINATOR
      (all)  | company | boards          | 90    | OK
      (all)  | company | boards/trend    | 1.5   | OK

  - name: a minute with two features counts for both, and no method is no value
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.interaction: |
        account_id | user_id | feature_id | day_number | second
        acorn      | ann     | boards     | 2025-03-31 | 1743415200
        acorn      | ann     | boards     | 2025-03-31 | 1743415260
        acorn      | ann     | plans      | 2025-03-31 | 1743415260
        acorn      | ann     |            | 2025-03-31 | 1743415320
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | seconds | record_table
        acorn      | ann     | boards     | 2025-03-31 | 1      |         | usage_daily
        cobalt     | bob     | boards     | 2025-03-31 | 1      |         | usage_daily
    expect: |
      entity | component | value | status
      acorn  | boards    | 2     | OK
      acorn  | plans     | 1     | OK
      cobalt | boards    |       | SOURCE_MISSING
      (all)  | boards    | 2     | OK
---*/
