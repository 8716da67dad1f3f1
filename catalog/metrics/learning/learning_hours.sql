/*---
metric:   learning_hours
title:    Learning hours
question: How many hours did people spend learning in the last 90 days?
kind:     count
unit:     hours
better:   higher
per:      [account, segment, csm, company, course]
window:   learning_days fixed
reads:    [fact.account, fact.timed_learning, fact.seat_day]
sources:  [learning_record]
absent:   zero
bounds:   [0, 1e9]
components: [headline, per_seat]
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  The time that courses took, as the learning system tells when somebody completes or leaves one.
  per_seat divides by the seats bought as of the day.
caveats:
  - Each person, course and registration counts once, with what was told when it was completed, or
    else with the longest time.
  - Seats without a limit have no hours a seat.
  - Nobody learned is zero. Without a learning system there is no value.
related:  [learning_reach, learning_completion]
---*/
with spent as (
    select period_id, account_id, sum(hours) as hours
    from fact.timed_learning
    group by period_id, account_id
)
select
    period_id,
    account_id,
    '' as component,
    hours as value,
    cast(null as string) as status
from spent
union all
select
    period.id as period_id,
    account.account_id,
    'per_seat' as component,
    coalesce(rounded(divided(spent.hours, seat_day.seats)), 0) as value,
    case
        when seat_day.is_unlimited then 'NOT_APPLICABLE'
        when coalesce(seat_day.seats, 0) = 0 then 'ZERO_DENOMINATOR'
    end as status
from period
cross join fact.account
left join fact.seat_day
    on  seat_day.account_id = account.account_id
    and seat_day.day_number = period.as_of_day
left join spent
    on  spent.period_id = period.id
    and spent.account_id = account.account_id

--- groups: hours and seats add up, and accounts without a number of seats have none a seat
with spent as (
    select period_id, account_id, sum(hours) as hours
    from fact.timed_learning
    group by period_id, account_id
),
added as (
    select
        member.period_id,
        member.entity_id,
        coalesce(sum(spent.hours), 0) as hours,
        coalesce(sum(case when seat_day.seats > 0 then spent.hours end), 0) as seated_hours,
        sum(seat_day.seats)           as seats
    from member
    join period
        on period.id = member.period_id
    left join spent
        on  spent.period_id = member.period_id
        and spent.account_id = member.account_id
    left join fact.seat_day
        on  seat_day.account_id = member.account_id
        and seat_day.day_number = period.as_of_day
        and not seat_day.is_unlimited
    group by member.period_id, member.entity_id
)
select
    period_id,
    entity_id,
    line.component,
    case
        when line.component = '' then hours
        else coalesce(rounded(divided(seated_hours, seats)), 0)
    end as value,
    case when line.component = 'per_seat' and coalesce(seats, 0) = 0 then 'ZERO_DENOMINATOR' end
        as status
from added
cross join (values (''), ('per_seat')) as line (component)

--- course: over all accounts
select
    timed_learning.period_id,
    timed_learning.course_id as entity_id,
    line.component,
    sum(timed_learning.hours) as value,
    case when line.component = 'per_seat' then 'NOT_APPLICABLE' end as status
from fact.timed_learning
cross join (values (''), ('per_seat')) as line (component)
group by timed_learning.period_id, timed_learning.course_id, line.component

--- rows: each registration
select
    timed_learning.*,
    'value'           as part,
    timed_learning.hours       as amount,
    'learning_record' as record_table
from fact.timed_learning

/*---
examples:
  - name: 9 times 45 and 6 times 20 minutes are 8.75 hours, 0.21875 for each of 40 seats
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 40    | false        | 2024-01-01
      fact.learning: |
        record_id | account_id | user_id | course_id | registration | day_number | is_completed | seconds
        l40       | acorn      | u1      | basics    | r1           | 2025-03-10 | true         | 2700
        l41       | acorn      | u2      | basics    | r1           | 2025-03-10 | true         | 2700
        l42       | acorn      | u3      | basics    | r1           | 2025-03-10 | true         | 2700
        l43       | acorn      | u4      | basics    | r1           | 2025-03-10 | true         | 2700
        l44       | acorn      | u5      | basics    | r1           | 2025-03-10 | true         | 2700
        l45       | acorn      | u6      | basics    | r1           | 2025-03-10 | true         | 2700
        l46       | acorn      | u7      | basics    | r1           | 2025-03-10 | true         | 2700
        l47       | acorn      | u8      | basics    | r1           | 2025-03-10 | true         | 2700
        l48       | acorn      | u9      | basics    | r1           | 2025-03-10 | true         | 2700
        l49       | acorn      | v1      | plans     | r1           | 2025-01-01 | false        | 1200
        l50       | acorn      | v2      | plans     | r1           | 2025-01-01 | false        | 1200
        l51       | acorn      | v3      | plans     | r1           | 2025-01-01 | false        | 1200
        l52       | acorn      | v4      | plans     | r1           | 2025-01-01 | false        | 1200
        l53       | acorn      | v5      | plans     | r1           | 2025-01-01 | false        | 1200
        l54       | acorn      | v6      | plans     | r1           | 2025-01-01 | false        | 1200
        l55       | acorn      | w1      | plans     | r1           | 2024-12-31 | false        | 1200
        l56       | acorn      | w2      | plans     | r1           | 2025-03-01 | false        |
    expect: |
      entity | grain   | component | value
      acorn  | account |           | 8.75
      acorn  | account | per_seat  | 0.21875
      basics | course  |           | 6.75
      plans  | course  |           | 2
      (all)  | company |           | 8.75
      (all)  | company | per_seat  | 0.21875

  - name: a course that was left twice and then completed took as long as it says at the end
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 0     | true         | 2024-01-01
        cobalt     | full         | 2     | false        | 2024-01-01
      fact.learning: |
        record_id | account_id | user_id | course_id | registration | day_number | is_completed | seconds
        l57       | acorn      | ann     | basics    | r1           | 2025-03-01 | false        | 600
        l58       | acorn      | ann     | basics    | r1           | 2025-03-02 | false        | 7200
        l59       | acorn      | ann     | basics    | r1           | 2025-03-03 | true         | 3600
        l60       | cobalt     | bob     | basics    | r1           | 2025-03-03 | true         | 1800
        l61       | cobalt     | bob     | basics    | r2           | 2025-03-04 | true         | 1800
    expect: |
      entity   | component | value | status
      acorn    |           | 1     | OK
      acorn    | per_seat  |       | NOT_APPLICABLE
      cobalt   |           | 1     | OK
      cobalt   | per_seat  | 0.5   | OK
      dovetail |           | 0     | OK
      dovetail | per_seat  |       | ZERO_DENOMINATOR
      (all)    |           | 2     | OK
      (all)    | per_seat  | 0.5   | OK
---*/
