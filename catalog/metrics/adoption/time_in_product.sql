/*---
metric:   time_in_product
title:    Time in the product
question: How many minutes were people active in the last 30 days?
kind:     count
unit:     minutes
better:   neither
per:      [account, segment, company, user]
window:   monthly_active_days fixed
reads:
  - fact.account
  - fact.account_usage_day
  - fact.active_time
  - fact.seat_day
  - fact.user_active
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 1e12]
components: [headline, per_active_user, per_seat]
begins_with: fact.account_day
stalls_after: 3
settles_after: provisional_days
tags:     [usage]
owner:    product-analytics
version:  1
meaning: |
  Active minutes of all people together, for each active user, and for each seat bought as of the
  day.
caveats:
  - More is not better, so no score counts it unless a model says so.
  - Seats without a limit have no minutes a seat, and their accounts stay out of that line of a group.
  - Minutes that a person spends for two accounts at once count for both.
  - The method is a remark of each value. active_minutes are minutes in which somebody did something,
    whatever the number of tabs. Where a workspace says that its events are sparse, they are sessions
    with an idle limit of 30 minutes, in which the last event adds nothing. Elsewhere it is what the
    source reports.
  - Where people used the product and no method says for how long, there is no value.
related:  [usage_duration, feature_minutes]
---*/
with daily as (
    select account_id, day_number, method, sum(seconds) as seconds
    from fact.active_time
    group by account_id, day_number, method
),
spent as (
    select
        period.id as period_id,
        daily.account_id,
        sum(daily.seconds) as seconds,
        case
            when min(daily.method) = max(daily.method) then 'method_' || min(daily.method)
            when min(daily.method) is not null then 'mixed_methods'
        end as warning
    from period
    join daily
        on  daily.day_number >= period.start_day
        and daily.day_number <  period.end_day
    group by period.id, daily.account_id
),
parted as (
    select
        period.id as period_id,
        account.account_id,
        line.component,
        spent.seconds,
        spent.warning,
        case
            when line.component = '' then 1
            when line.component = 'per_active_user' then account_usage_day.mau
            else seat_day.seats
        end as divisor,
        case
            when account_usage_day.active_days > 0 and spent.seconds is null then 'SOURCE_MISSING'
            when line.component = 'per_seat' and seat_day.is_unlimited then 'NOT_APPLICABLE'
        end as status
    from period
    cross join fact.account
    cross join (values (''), ('per_active_user'), ('per_seat')) as line (component)
    left join spent
        on  spent.period_id = period.id
        and spent.account_id = account.account_id
    left join fact.account_usage_day
        on  account_usage_day.account_id = account.account_id
        and account_usage_day.day_number = period.as_of_day
    left join fact.seat_day
        on  seat_day.account_id = account.account_id
        and seat_day.day_number = period.as_of_day
)
select
    period_id,
    account_id,
    component,
    coalesce(rounded(divided(seconds, 60 * divisor)), 0) as value,
    case
        when status is not null then status
        when coalesce(divisor, 0) = 0 then 'ZERO_DENOMINATOR'
    end as status,
    warning
from parted

--- groups: minutes add up, people are counted again
with daily as (
    select account_id, day_number, method, sum(seconds) as seconds
    from fact.active_time
    group by account_id, day_number, method
),
spent as (
    select
        member.period_id,
        member.entity_id,
        coalesce(sum(daily.seconds), 0) as seconds,
        coalesce(sum(case when not seat_day.is_unlimited then daily.seconds end), 0)
            as seconds_on_seats,
        case
            when min(daily.method) = max(daily.method) then 'method_' || min(daily.method)
            when min(daily.method) is not null then 'mixed_methods'
        end as warning
    from member
    join period
        on period.id = member.period_id
    left join daily
        on  daily.account_id = member.account_id
        and daily.day_number >= period.start_day
        and daily.day_number <  period.end_day
    left join fact.seat_day
        on  seat_day.account_id = member.account_id
        and seat_day.day_number = period.as_of_day
        and (seat_day.is_unlimited or seat_day.seats > 0)
    group by member.period_id, member.entity_id
),
people as (
    select member.period_id, member.entity_id, count(distinct user_active.user_id) as users
    from member
    join period
        on period.id = member.period_id
    join fact.user_active
        on  user_active.account_id = member.account_id
        and user_active.start_day <= period.as_of_day
        and user_active.end_day   >  period.as_of_day
    group by member.period_id, member.entity_id
),
seats as (
    select member.period_id, member.entity_id, sum(seat_day.seats) as seats
    from member
    join period
        on period.id = member.period_id
    join fact.seat_day
        on  seat_day.account_id = member.account_id
        and seat_day.day_number = period.as_of_day
        and not seat_day.is_unlimited
    group by member.period_id, member.entity_id
)
select
    spent.period_id,
    spent.entity_id,
    line.component,
    coalesce(rounded(case line.component
        when '' then divided(seconds, 60)
        when 'per_active_user' then divided(seconds, 60 * users)
        else divided(seconds_on_seats, 60 * seats)
    end), 0) as value,
    case
        when line.component = 'per_active_user' and coalesce(users, 0) = 0 then 'ZERO_DENOMINATOR'
        when line.component = 'per_seat' and coalesce(seats, 0) = 0 then 'ZERO_DENOMINATOR'
    end as status,
    spent.warning
from spent
cross join (values (''), ('per_active_user'), ('per_seat')) as line (component)
left join people using (period_id, entity_id)
left join seats using (period_id, entity_id)

--- user: over all their accounts
select
    period.id as period_id,
    active_time.user_id as entity_id,
    line.component,
    rounded(divided(sum(active_time.seconds), 60)) as value,
    case when line.component = 'per_seat' then 'NOT_APPLICABLE' end as status,
    case
        when min(active_time.method) = max(active_time.method) then 'method_' || min(active_time.method)
        when min(active_time.method) is not null then 'mixed_methods'
    end as warning
from period
join fact.active_time
    on  active_time.day_number >= period.start_day
    and active_time.day_number <  period.end_day
    and active_time.user_id is not null
cross join (values (''), ('per_active_user'), ('per_seat')) as line (component)
group by period.id, active_time.user_id, line.component

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
  - name: three minutes with something in them, and not the 71 seconds between first and last
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 4     | false        | 2025-01-01
      fact.interaction: |
        account_id | user_id | feature_id | day_number | second
        acorn      | ann     |            | 2025-03-31 | 1743379250
        acorn      | ann     |            | 2025-03-31 | 1743379290
        acorn      | ann     |            | 2025-03-31 | 1743379321
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | seconds | record_table
        acorn      | ann     |            | 2025-03-31 | 1      |         | usage_daily
    expect: |
      entity | grain   | component       | value | warnings
      acorn  | account |                 | 3     | method_active_minutes
      acorn  | account | per_active_user | 3     | method_active_minutes
      acorn  | account | per_seat        | 0.75  | method_active_minutes
      ann    | user    |                 | 3     | method_active_minutes
      (all)  | company |                 | 3     | method_active_minutes

  - name: sparse events make two sessions of 15 minutes together, and a lonely event none
    as_of: 2025-03-31
    settings: {sparse_events: true}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
      fact.interaction: |
        account_id | user_id | feature_id | day_number | second
        acorn      | ann     |            | 2025-03-31 | 1743415200
        acorn      | ann     |            | 2025-03-31 | 1743415800
        acorn      | ann     |            | 2025-03-31 | 1743418200
        acorn      | ann     |            | 2025-03-31 | 1743418500
        acorn      | bob     |            | 2025-03-31 | 1743415200
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | seconds | record_table
        acorn      | ann     |            | 2025-03-31 | 1      |         | usage_daily
        acorn      | bob     |            | 2025-03-31 | 1      |         | usage_daily
    expect: |
      entity | grain   | component | value | warnings
      acorn  | account |           | 15    | method_sessions
      ann    | user    |           | 15    | method_sessions
      bob    | user    |           | 0     | method_sessions
      (all)  | company |           | 15    | method_sessions

  - name: minutes add up while people and seats are counted once, and unlimited seats stay out
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 5     | false        | 2025-01-01
        cobalt     | full         | 0     | true         | 2025-01-01
      fact.interaction: |
        account_id | user_id | feature_id | day_number | second
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | seconds | record_table
        acorn      | ann     |            | 2025-03-31 | 1      | 600     | usage_daily
        acorn      | bob     |            | 2025-03-02 | 1      | 600     | usage_daily
        acorn      | bob     |            | 2025-03-01 | 1      | 600     | usage_daily
        cobalt     | ann     |            | 2025-03-31 | 1      | 2400    | usage_daily
    expect: |
      entity   | grain   | component       | value | status
      acorn    | account |                 | 20    | OK
      acorn    | account | per_seat        | 4     | OK
      cobalt   | account |                 | 40    | OK
      cobalt   | account | per_seat        |       | NOT_APPLICABLE
      dovetail | account |                 | 0     | OK
      dovetail | account | per_active_user |       | ZERO_DENOMINATOR
      ann      | user    |                 | 50    | OK
      (all)    | company |                 | 60    | OK
      (all)    | company | per_active_user | 30    | OK
      (all)    | company | per_seat        | 4     | OK
---*/
