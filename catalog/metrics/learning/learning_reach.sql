/*---
metric:   learning_reach
title:    Learning reach
question: What share of the people with a seat learned something in the last 90 days?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company, course]
window:   learning_days fixed
reads:    [fact.learning, fact.seat_day, fact.account_usage_day, fact.user_active]
sources:  [learning_record, seat_entitlement]
absent:   zero denominator
bounds:   [0, 1e6]
rows_read: [fact.seat, fact.course]
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Different people with at least one learning event in the 90 days that end with the day, over the
  seats bought as of the day. Per course it says how popular the course is.
caveats:
  - A popular course may be a sign of interest or of a need, so popularity is for finding out why.
  - Where seats have no limit, it is over the monthly active users.
  - Accounts with no seats stay out of groups. A group counts each person once.
  - Nobody learned is zero. Without a learning system there is no value.
related:  [learning_completion, learning_hours, learning_topic_share]
---*/
with learned as (
    select period.id as period_id, learning.account_id, count(distinct learning.user_id) as learners
    from period
    join fact.learning
        on  learning.day_number >= period.start_day
        and learning.day_number <  period.end_day
    group by period.id, learning.account_id
)
select
    period.id as period_id,
    seat_day.account_id,
    coalesce(learned.learners, 0) as numerator,
    case
        when seat_day.is_unlimited then coalesce(account_usage_day.mau, 0)
        else seat_day.seats
    end as denominator
from period
join fact.seat_day
    on  seat_day.day_number = period.as_of_day
    and (seat_day.is_unlimited or seat_day.seats > 0)
left join fact.account_usage_day
    on  account_usage_day.account_id = seat_day.account_id
    and account_usage_day.day_number = period.as_of_day
left join learned
    on  learned.period_id = period.id
    and learned.account_id = seat_day.account_id

--- groups: learners and users are counted again, seats add up
with seated as (
    select member.period_id, member.entity_id, seat_day.*
    from member
    join period
        on period.id = member.period_id
    join fact.seat_day
        on  seat_day.account_id = member.account_id
        and seat_day.day_number = period.as_of_day
        and (seat_day.is_unlimited or seat_day.seats > 0)
),
free as (
    select seated.period_id, seated.entity_id, count(distinct user_active.user_id) as users
    from seated
    join fact.user_active
        on  user_active.account_id = seated.account_id
        and user_active.start_day <= seated.day_number
        and user_active.end_day   >  seated.day_number
    where seated.is_unlimited
    group by seated.period_id, seated.entity_id
),
learned as (
    select seated.period_id, seated.entity_id, count(distinct learning.user_id) as learners
    from seated
    join period
        on period.id = seated.period_id
    join fact.learning
        on  learning.account_id = seated.account_id
        and learning.day_number >= period.start_day
        and learning.day_number <  period.end_day
    group by seated.period_id, seated.entity_id
)
select
    seated.period_id,
    seated.entity_id,
    coalesce(learned.learners, 0) as numerator,
    sum(case when seated.is_unlimited then 0 else seated.seats end) + coalesce(free.users, 0)
        as denominator
from seated
left join free using (period_id, entity_id)
left join learned using (period_id, entity_id)
group by seated.period_id, seated.entity_id, learned.learners, free.users

--- course: its learners, of all who could have learned
with seated as (
    select period.id as period_id, period.start_day, period.end_day, seat_day.*
    from period
    join fact.seat_day
        on  seat_day.day_number = period.as_of_day
        and (seat_day.is_unlimited or seat_day.seats > 0)
),
free as (
    select seated.period_id, count(distinct user_active.user_id) as users
    from seated
    join fact.user_active
        on  user_active.account_id = seated.account_id
        and user_active.start_day <= seated.day_number
        and user_active.end_day   >  seated.day_number
    where seated.is_unlimited
    group by seated.period_id
),
seats as (
    select period_id, sum(case when is_unlimited then 0 else seats end) as seats
    from seated
    group by period_id
)
select
    seats.period_id,
    learning.course_id as entity_id,
    count(distinct learning.user_id)         as numerator,
    seats.seats + coalesce(free.users, 0)    as denominator
from seats
left join free using (period_id)
join seated using (period_id)
join fact.learning
    on  learning.account_id = seated.account_id
    and learning.day_number >= seated.start_day
    and learning.day_number <  seated.end_day
group by seats.period_id, learning.course_id, seats.seats, free.users

--- rows: each learner with their courses, and the seats, or the users where seats have no limit
with seated as (
    select period.id as period_id, period.start_day, period.end_day, seat_day.*, course.course_id
    from period
    cross join asked_entity
    join fact.seat_day
        on  seat_day.day_number = period.as_of_day
        and (seat_day.is_unlimited or seat_day.seats > 0)
    -- Asked about one course, the seats are those it could have filled.
    left join fact.course
        on course.course_id = asked_entity.id
)
select
    seated.period_id,
    learning.account_id,
    learning.user_id,
    learning.course_id,
    'numerator'              as part,
    1                        as amount,
    learning.user_id         as item,
    'learning_record'        as record_table,
    max(learning.record_id)  as record_id,
    max(learning.day_number) as day_number
from seated
join fact.learning
    on  learning.account_id = seated.account_id
    and learning.day_number >= seated.start_day
    and learning.day_number <  seated.end_day
group by seated.period_id, learning.account_id, learning.user_id, learning.course_id
union all
select
    seated.period_id, seated.account_id, null, seated.course_id,
    'denominator', seat.seats, seat.account_id || ' ' || seat.licence_type,
    'seat_entitlement', seat.seat_id, null
from seated
join fact.seat
    on  seat.account_id = seated.account_id
    and seat.start_day <= seated.day_number
    and (seat.end_day is null or seat.end_day > seated.day_number)
where not seated.is_unlimited
union all
select
    seated.period_id, seated.account_id, user_active.user_id, seated.course_id,
    'denominator', 1, user_active.user_id, 'app_user', user_active.user_id, null
from seated
join fact.user_active
    on  user_active.account_id = seated.account_id
    and user_active.start_day <= seated.day_number
    and user_active.end_day   >  seated.day_number
where seated.is_unlimited

/*---
examples:
  - name: 12 learners of 40 seats, and the ninety-first day back is too long ago
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.course: |
        course_id | topic
        basics    | reporting
        plans     | planning
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 40    | false        | 2024-01-01
      fact.user_day: |
        account_id | user_id | day_number
      fact.account_day: |
        account_id | day_number
      fact.learning: |
        record_id | account_id | user_id | course_id | registration | day_number | is_completed | seconds
        l1        | acorn      | u1      | basics    | r1           | 2025-01-01 | false        |
        l2        | acorn      | u2      | basics    | r1           | 2025-01-01 | false        |
        l3        | acorn      | u3      | basics    | r1           | 2025-01-01 | false        |
        l4        | acorn      | u4      | basics    | r1           | 2025-01-01 | false        |
        l5        | acorn      | u5      | basics    | r1           | 2025-01-01 | false        |
        l6        | acorn      | u6      | basics    | r1           | 2025-01-01 | false        |
        l7        | acorn      | u7      | basics    | r1           | 2025-01-01 | false        |
        l8        | acorn      | u8      | basics    | r1           | 2025-01-01 | false        |
        l9        | acorn      | u9      | basics    | r1           | 2025-01-01 | false        |
        l10       | acorn      | u10     | basics    | r1           | 2025-01-01 | false        |
        l11       | acorn      | u11     | basics    | r1           | 2025-01-01 | false        |
        l12       | acorn      | u11     | basics    | r1           | 2025-03-31 | true         |
        l13       | acorn      | u12     | plans     | r1           | 2025-03-31 | true         |
        l14       | acorn      | u13     | basics    | r1           | 2024-12-31 | true         |
    expect: |
      entity | grain   | value | numerator | denominator
      acorn  | account | 0.3   | 12        | 40
      basics | course  | 0.275 | 11        | 40
      plans  | course  | 0.025 | 1         | 40
      (all)  | company | 0.3   | 12        | 40

  - name: without a limit it is over monthly users, and a person of two accounts learns once
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.course: |
        course_id | topic
        basics    | reporting
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 0     | true         | 2024-01-01
        cobalt     | full         | 4     | false        | 2024-01-01
        ember      | full         | 0     | false        | 2024-01-01
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | ann     | 2025-03-20
        acorn      | bob     | 2025-03-20
        acorn      | cy      | 2025-02-20
      fact.account_day: |
        account_id | day_number
        acorn      | 2025-03-20
      fact.learning: |
        record_id | account_id | user_id | course_id | registration | day_number | is_completed | seconds
        l15       | acorn      | ann     | basics    | r1           | 2025-03-01 | true         |
        l16       | cobalt     | ann     | basics    | r1           | 2025-03-01 | true         |
        l17       | ember      | eve     | basics    | r1           | 2025-03-01 | true         |
    expect: |
      entity   | grain   | value          | numerator | denominator | status
      acorn    | account | 0.5            | 1         | 2           | OK
      cobalt   | account | 0.25           | 1         | 4           | OK
      dovetail | account |                |           |             | ZERO_DENOMINATOR
      ember    | account |                |           |             | ZERO_DENOMINATOR
      basics   | course  | 0.166666666667 | 1         | 6           | OK
      (all)    | company | 0.166666666667 | 1         | 6           | OK

  - name: a voided statement never happened, staff are no customers, and a user's account is looked up
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.course: |
        course_id | topic
        basics    | reporting
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 4     | false        | 2024-01-01
        cobalt     | full         | 4     | false        | 2024-01-01
      fact.user_day: |
        account_id | user_id | day_number
      fact.account_day: |
        account_id | day_number
      customer.app_user: |
        id   | source_system | source_id | merged_into | kind
        ann  | app           | ann       |             | customer
        anon | app           | anon      | ann         | customer
        eve  | app           | eve       |             | staff
      customer.user_account: |
        user_id | account_id | valid_from | valid_to
        ann     | acorn      | 2024-01-01 |
        ann     | cobalt     | 2024-06-01 | 2025-03-01
      customer.learning_record: |
        id | user_id | account_id | course_id | verb      | completed | occurred_at          | voided
        r1 | ann     |            | basics    | completed | true      | 2025-02-10T10:00:00Z |
        r2 | anon    |            | basics    | started   |           | 2025-03-10T10:00:00Z |
        r3 | ann     | cobalt     | basics    | started   |           | 2025-03-11T10:00:00Z | true
        r4 | bob     | cobalt     | basics    | voided    |           | 2025-03-11T10:00:00Z |
        r5 | eve     | cobalt     | basics    | started   |           | 2025-03-11T10:00:00Z |
    expect: |
      entity | value | numerator
      acorn  | 0.25  | 1
      cobalt | 0.25  | 1
      (all)  | 0.125 | 1

  - name: without a learning system there is no zero
    as_of: 2025-03-31
    missing: [learning_record]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 4     | false        | 2024-01-01
      fact.user_day: |
        account_id | user_id | day_number
      fact.account_day: |
        account_id | day_number
      fact.learning: |
        record_id | account_id | user_id | course_id | registration | day_number | is_completed | seconds
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING
---*/
