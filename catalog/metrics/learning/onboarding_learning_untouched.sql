/*---
metric:   onboarding_learning_untouched
title:    Onboarding material untouched
question: Which new accounts have not opened their onboarding material?
kind:     ratio
unit:     flag
better:   lower
per:      [account, segment, csm, company]
window:   instant
reads:    [fact.account, fact.account_start, fact.enrolled, fact.course, fact.learning]
sources:  [enrolment, learning_record, course, contract]
absent:   no data
bounds:   [0, 1]
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  An account that began with us 14 to 90 days ago, whose people are enrolled in at least one
  onboarding course, and of whom nobody has done anything in one. Groups: the share of those accounts.
caveats:
  - Before and after those days, and without an enrolment in an onboarding course, the question does
    not arise. The workspace may set other days.
  - One person who opened one of the courses is enough.
related:  [learning_reach, average_days_to_onboard]
---*/
with asked as (
    select period.id as period_id, period.as_of_day, account_start.account_id
    from period
    join fact.account_start
        on period.as_of_day - account_start.day_number
            between onboarding_learning_from_day() and onboarding_learning_to_day()
),
material as (
    select distinct asked.period_id, asked.account_id
    from asked
    join fact.enrolled
        on  enrolled.account_id = asked.account_id
        and enrolled.start_day <= asked.as_of_day
    join fact.course
        on  course.course_id = enrolled.course_id
        and course.is_onboarding
),
touched as (
    select distinct asked.period_id, asked.account_id
    from asked
    join fact.learning
        on  learning.account_id = asked.account_id
        and learning.day_number <= asked.as_of_day
    join fact.course
        on  course.course_id = learning.course_id
        and course.is_onboarding
)
select
    period.id as period_id,
    account.account_id,
    case when touched.account_id is null then 1 else 0 end as numerator,
    1 as denominator,
    case when material.account_id is null then 'NOT_APPLICABLE' end as status
from period
cross join fact.account
left join material
    on  material.period_id = period.id
    and material.account_id = account.account_id
left join touched
    on  touched.period_id = period.id
    and touched.account_id = account.account_id

--- rows: each new account with onboarding material, and again those that left it untouched
with told as (
    select
        period.id as period_id,
        account_start.account_id,
        account_start.day_number,
        count(learning.record_id) = 0 as is_untouched
    from period
    join fact.account_start
        on period.as_of_day - account_start.day_number
            between onboarding_learning_from_day() and onboarding_learning_to_day()
    left join fact.course
        on course.is_onboarding
    left join fact.learning
        on  learning.account_id = account_start.account_id
        and learning.course_id = course.course_id
        and learning.day_number <= period.as_of_day
    where exists (
        select 1
        from fact.enrolled
        join fact.course as material
            on  material.course_id = enrolled.course_id
            and material.is_onboarding
        where enrolled.account_id = account_start.account_id
        and enrolled.start_day <= period.as_of_day
    )
    group by period.id, account_start.account_id, account_start.day_number
)
select
    told.*,
    part.part,
    1               as amount,
    'account'       as record_table,
    told.account_id as record_id,
    case when told.is_untouched then 'untouched' else 'opened' end as label
from told
join (values ('numerator'), ('denominator')) as part (part)
    on part.part = 'denominator'
    or told.is_untouched

/*---
examples:
  - name: of accounts 10, 20, 40 and 100 days old two are asked, and one left it untouched
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo | customer_since_day
        acorn      | true           | 2020-01-01
        cobalt     | true           | 2025-03-11
        dovetail   | true           | 2020-01-01
        ember      | true           | 2020-01-01
        fjord      | true           | 2025-03-01
      fact.contract: |
        account_id | start_day
        acorn      | 2025-03-21
        dovetail   | 2025-02-19
        dovetail   | 2026-02-19
        ember      | 2024-12-21
      fact.course: |
        course_id | is_onboarding
        basics    | true
        plans     | false
      fact.enrolled: |
        enrolment_id | account_id | user_id | course_id | start_day  | due_day    | completed_day
        e81          | acorn      | u1      | basics    | 2025-03-22 | 2025-06-20 |
        e82          | cobalt     | u2      | basics    | 2025-03-12 | 2025-06-10 |
        e83          | dovetail   | u3      | basics    | 2025-02-20 | 2025-05-21 |
        e84          | ember      | u4      | basics    | 2025-01-01 | 2025-04-01 |
        e85          | fjord      | u5      | plans     | 2025-03-12 | 2025-06-10 |
      fact.learning: |
        record_id | account_id | user_id | course_id | registration | day_number | is_completed | seconds
        l86       | cobalt     | u2      | basics    | r1           | 2025-03-12 | false        |
        l87       | dovetail   | u3      | plans     | r1           | 2025-03-12 | false        |
    expect: |
      entity   | value | status
      acorn    |       | NOT_APPLICABLE
      cobalt   | 0     | OK
      dovetail | 1     | OK
      ember    |       | NOT_APPLICABLE
      fjord    |       | NOT_APPLICABLE
      (all)    | 0.5   | OK

  - name: from the fourteenth to the ninetieth day, and tomorrow's first lesson is not known
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.account_start: |
        account_id | day_number
        acorn      | 2025-03-17
        cobalt     | 2025-03-18
        dovetail   | 2024-12-31
        ember      | 2024-12-30
      fact.course: |
        course_id | is_onboarding
        basics    | true
      fact.enrolled: |
        enrolment_id | account_id | user_id | course_id | start_day  | due_day    | completed_day
        e88          | acorn      | u1      | basics    | 2025-03-22 | 2025-06-20 |
        e89          | cobalt     | u2      | basics    | 2025-03-22 | 2025-06-10 |
        e90          | dovetail   | u3      | basics    | 2025-02-20 | 2025-05-21 |
        e91          | ember      | u4      | basics    | 2025-01-01 | 2025-04-01 |
      fact.learning: |
        record_id | account_id | user_id | course_id | registration | day_number | is_completed | seconds
        l92       | acorn      | u1      | basics    | r1           | 2025-04-01 | false        |
        l93       | dovetail   | u3      | basics    | r1           | 2025-03-31 | false        |
    expect: |
      entity   | value | status
      acorn    | 1     | OK
      cobalt   |       | NOT_APPLICABLE
      dovetail | 0     | OK
      ember    |       | NOT_APPLICABLE
      (all)    | 0.5   | OK
---*/
