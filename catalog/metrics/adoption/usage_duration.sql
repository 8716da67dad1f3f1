/*---
metric:   usage_duration
title:    Time of use
question: For how long did people use the product in the last 30 days?
kind:     count
unit:     minutes
better:   neither
per:      [account, user]
window:   30 days fixed
reads:
  - fact.account
  - fact.account_day
  - fact.active_time
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 1e12]
components: [headline, per_user, trend]
component_units: {trend: fraction}
begins_with: fact.account_day
stalls_after: 3
settles_after: provisional_days
tags:     [usage]
owner:    product-analytics
version:  1
meaning: |
  Active minutes of all people together, or of one user. per_user is the mean over those who spent
  any. trend is these 30 days over the 30 before.
caveats:
  - More is not better. Who is quick at their work spends little time.
  - A trend compares one method with itself. Where the method changed, or where nothing was spent
    before, there is none.
  - The method is a remark of each value. active_minutes are minutes in which somebody did something,
    whatever the number of tabs. Where a workspace says that its events are sparse, they are sessions
    with an idle limit of 30 minutes, in which the last event adds nothing. Elsewhere it is what the
    source reports.
  - Where people used the product and no method says for how long, there is no value.
related:  [time_in_product, usage_frequency]
---*/
with daily as (
    select
        account_id,
        day_number,
        method,
        sum(seconds) as seconds
    from fact.active_time
    group by account_id, day_number, method
),
spent as (
    select
        period.id as period_id,
        daily.account_id,
        sum(case when daily.day_number >= period.start_day then daily.seconds end) as seconds,
        sum(case when daily.day_number < period.start_day then daily.seconds end)  as before,
        min(daily.method) as method,
        max(daily.method) as other_method
    from period
    join daily
        on  daily.day_number >= period.start_day - period.days
        and daily.day_number <  period.end_day
    group by period.id, daily.account_id
),
people as (
    select
        period.id as period_id,
        active_time.account_id,
        count(distinct active_time.user_id) as users
    from period
    join fact.active_time
        on  active_time.day_number >= period.start_day
        and active_time.day_number <  period.end_day
    group by period.id, active_time.account_id
),
used as (
    select distinct period.id as period_id, account_day.account_id
    from period
    join fact.account_day
        on  account_day.day_number >= period.start_day
        and account_day.day_number <  period.end_day
)
select
    period.id as period_id,
    account.account_id,
    line.component,
    coalesce(case line.component
        when '' then rounded(divided(spent.seconds, 60))
        when 'per_user' then rounded(divided(spent.seconds, 60 * people.users))
        else rounded(divided(spent.seconds, spent.before))
    end, 0) as value,
    case
        when used.account_id is not null and spent.seconds is null then 'SOURCE_MISSING'
        when line.component = 'trend'
            and (coalesce(spent.before, 0) = 0 or spent.method <> spent.other_method)
            then 'ZERO_DENOMINATOR'
        when line.component = 'per_user' and coalesce(people.users, 0) = 0 then 'ZERO_DENOMINATOR'
    end as status,
    case
        when spent.method <> spent.other_method then 'mixed_methods'
        when spent.seconds is not null then 'method_' || spent.method
    end as warning
from period
cross join fact.account
cross join (values (''), ('per_user'), ('trend')) as line (component)
left join spent
    on  spent.period_id = period.id
    and spent.account_id = account.account_id
left join people
    on  people.period_id = period.id
    and people.account_id = account.account_id
left join used
    on  used.period_id = period.id
    and used.account_id = account.account_id

--- user: over all their accounts
with spent as (
    select
        period.id as period_id,
        active_time.user_id,
        coalesce(sum(case when day_number >= period.start_day then seconds end), 0) as seconds,
        sum(case when day_number < period.start_day then seconds end) as before,
        min(active_time.method) as method,
        max(active_time.method) as other_method
    from period
    join fact.active_time
        on  active_time.day_number >= period.start_day - period.days
        and active_time.day_number <  period.end_day
        and active_time.user_id is not null
    group by period.id, active_time.user_id
)
select
    period_id,
    user_id as entity_id,
    line.component,
    case
        when line.component = 'trend'
            then coalesce(rounded(divided(seconds, before)), 0)
        else rounded(divided(seconds, 60))
    end as value,
    case
        when line.component = 'trend' and (coalesce(before, 0) = 0 or method <> other_method)
            then 'ZERO_DENOMINATOR'
    end as status,
    case when method <> other_method then 'mixed_methods' else 'method_' || method end as warning
from spent
cross join (values (''), ('per_user'), ('trend')) as line (component)

--- rows: each person on each day
select
    period.id as period_id,
    active_time.account_id,
    active_time.user_id,
    'value'                                             as part,
    rounded(divided(active_time.seconds, 60)) as amount,
    active_time.record_table,
    active_time.day_number,
    active_time.method                                  as label
from period
join fact.active_time
    on  active_time.day_number >= period.start_day
    and active_time.day_number <  period.end_day

/*---
examples:
  - name: events at 0:50, 1:30 and 2:01 are three minutes, and a second tab adds none
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.interaction: |
        account_id | user_id | feature_id | day_number | second
        acorn      | ann     | boards     | 2025-03-31 | 1743379250
        acorn      | ann     | boards     | 2025-03-31 | 1743379290
        acorn      | ann     | boards     | 2025-03-31 | 1743379321
        acorn      | ann     | boards     | 2025-03-31 | 1743379360
        acorn      | ann     | plans      | 2025-03-31 | 1743379360
        acorn      | bob     |            | 2025-03-02 | 1740873760
        acorn      | bob     |            | 2025-03-01 | 1740787360
        acorn      | bob     |            | 2025-03-01 | 1740819600
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | seconds | record_table
        acorn      | ann     |            | 2025-03-31 | 1      |         | usage_daily
    expect: |
      entity | grain   | component | value | status | warnings
      acorn  | account |           | 4     | OK     | method_active_minutes
      acorn  | account | per_user  | 2     | OK     | method_active_minutes
      acorn  | account | trend     | 2     | OK     | method_active_minutes
      ann    | user    |           | 3     | OK     | method_active_minutes
      bob    | user    |           | 1     | OK     | method_active_minutes
      bob    | user    | trend     | 0.5   | OK     | method_active_minutes

  - name: who used nothing is at zero, and where nothing tells for how long nobody can say
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.interaction: |
        account_id | user_id | feature_id | day_number | second
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | seconds | record_table
        acorn      | ann     |            | 2025-03-31 | 1      |         | usage_daily
        cobalt     | bob     |            | 2025-03-31 | 1      | 600     | usage_daily
    expect: |
      entity   | component | value | status           | warnings
      acorn    |           |       | SOURCE_MISSING   |
      cobalt   |           | 10    | OK               | method_reported
      cobalt   | trend     |       | ZERO_DENOMINATOR | method_reported
      dovetail |           | 0     | OK               |

  - name: minutes that were counted are not compared with minutes that were reported
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.interaction: |
        account_id | user_id | feature_id | day_number | second
        acorn      | ann     |            | 2025-03-31 | 1743415200
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | seconds | record_table
        acorn      | ann     |            | 2025-02-10 | 1      | 600     | usage_daily
        acorn      | ann     |            | 2025-03-31 | 1      | 600     | usage_daily
    expect: |
      entity | component | value | status           | warnings
      acorn  |           | 1     | OK               | mixed_methods
      acorn  | trend     |       | ZERO_DENOMINATOR | mixed_methods
---*/
