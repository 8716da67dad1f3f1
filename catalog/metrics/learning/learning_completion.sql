/*---
metric:   learning_completion
title:    Learning completion
question: What share of those who were due finished their course?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company, course]
window:   learning_days fixed
reads:    [fact.enrolled]
sources:  [enrolment, learning_record]
absent:   zero denominator
bounds:   [0, 1]
interval: wilson
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Completed enrolments over the enrolments that fell due in the last 90 days or were completed in them.
  An enrolment falls due when its own window, usually 90 days, has passed.
caveats:
  - Who enrolled lately and has not finished yet is still learning and not a failure, so they are in
    neither number.
  - Completed is not passed.
  - Groups add enrolments before they divide. Nobody due gives no share.
related:  [learning_reach, learning_hours]
---*/
select
    period.id as period_id,
    enrolled.account_id,
    count(case when enrolled.completed_day < period.end_day then 1 end) as numerator,
    count(*) as denominator
from period
join fact.enrolled
    on  enrolled.account_id is not null
    and (
        (enrolled.due_day >= period.start_day and enrolled.due_day < period.end_day)
        or (enrolled.completed_day >= period.start_day and enrolled.completed_day < period.end_day)
    )
group by period.id, enrolled.account_id

--- course: over all accounts
select
    period.id as period_id,
    enrolled.course_id as entity_id,
    count(case when enrolled.completed_day < period.end_day then 1 end) as numerator,
    count(*) as denominator
from period
join fact.enrolled
    on  (enrolled.due_day >= period.start_day and enrolled.due_day < period.end_day)
    or (enrolled.completed_day >= period.start_day and enrolled.completed_day < period.end_day)
group by period.id, enrolled.course_id

--- rows: each enrolment, and again those that were completed
select
    period.id as period_id,
    enrolled.account_id,
    enrolled.user_id,
    enrolled.course_id,
    part.part,
    1                     as amount,
    'enrolment'           as record_table,
    enrolled.enrolment_id as record_id,
    enrolled.start_day    as day_number,
    case when enrolled.completed_day < period.end_day then 'completed' else 'not completed' end
        as label
from period
join fact.enrolled
    on  (enrolled.due_day >= period.start_day and enrolled.due_day < period.end_day)
    or (enrolled.completed_day >= period.start_day and enrolled.completed_day < period.end_day)
join (values ('numerator'), ('denominator')) as part (part)
    on part.part = 'denominator'
    or enrolled.completed_day < period.end_day

/*---
examples:
  - name: 9 of 15 due, and who is still learning is no failure
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.enrolled: |
        enrolment_id | account_id | user_id | course_id | start_day  | due_day    | completed_day
        e18          | acorn      | u1      | basics    | 2025-03-01 | 2025-05-30 | 2025-03-20
        e19          | acorn      | u2      | basics    | 2025-03-01 | 2025-05-30 | 2025-03-20
        e20          | acorn      | u3      | basics    | 2025-03-01 | 2025-05-30 | 2025-03-20
        e21          | acorn      | u4      | basics    | 2025-03-01 | 2025-05-30 | 2025-03-20
        e22          | acorn      | u5      | basics    | 2025-03-01 | 2025-05-30 | 2025-03-20
        e23          | acorn      | u6      | basics    | 2025-03-01 | 2025-05-30 | 2025-03-20
        e24          | acorn      | u7      | plans     | 2024-11-01 | 2025-01-30 | 2025-02-20
        e25          | acorn      | u8      | plans     | 2024-11-01 | 2025-01-30 | 2025-02-20
        e26          | cobalt     | v1      | plans     | 2024-12-31 | 2025-03-31 | 2025-03-31
        e27          | acorn      | w1      | plans     | 2024-10-03 | 2025-01-01 |
        e28          | acorn      | w2      | plans     | 2024-10-03 | 2025-01-01 |
        e29          | acorn      | w3      | plans     | 2024-10-03 | 2025-01-01 |
        e30          | acorn      | w4      | plans     | 2024-10-03 | 2025-01-01 |
        e31          | acorn      | w5      | plans     | 2024-10-03 | 2025-01-01 |
        e32          | acorn      | w6      | plans     | 2024-10-04 | 2025-01-02 | 2025-04-01
        e33          | acorn      | x1      | plans     | 2024-10-02 | 2024-12-31 |
        e34          | acorn      | x2      | plans     | 2025-01-01 | 2025-04-01 |
        e35          | acorn      | x3      | plans     | 2024-09-01 | 2024-11-30 | 2024-12-31
    expect: |
      entity | grain   | value          | numerator | denominator
      acorn  | account | 0.571428571429 | 8         | 14
      cobalt | account | 1              | 1         | 1
      basics | course  | 1              | 6         | 6
      plans  | course  | 0.333333333333 | 3         | 9
      (all)  | company | 0.6            | 9         | 15

  - name: who enrols again begins again, and a statement that came twice completes once
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      customer.app_user: |
        id  | source_system | source_id | merged_into | kind
        ann | app           | ann       |             | customer
        eve | app           | eve       |             | staff
      customer.user_account: |
        user_id | account_id | valid_from | valid_to
        ann     | acorn      | 2024-01-01 |
        eve     | acorn      | 2024-01-01 |
      customer.enrolment: |
        id | user_id | course_id | enrolled_on | window_days
        e1 | ann     | basics    | 2024-11-01  | 90
        e2 | ann     | basics    | 2025-02-15  | 30
        e3 | eve     | basics    | 2025-02-15  | 30
      fact.learning: |
        record_id | account_id | user_id | course_id | registration | day_number | is_completed | seconds
        l36       | acorn      | ann     | basics    | r1           | 2024-10-01 | true         |
        l37       | acorn      | ann     | basics    | r1           | 2025-03-01 | true         |
        l38       | acorn      | ann     | basics    | r2           | 2025-03-01 | true         |
    expect: |
      entity | value | numerator | denominator
      acorn  | 0.5   | 1         | 2
      (all)  | 0.5   | 1         | 2

  - name: nobody due is no share of nobody
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.enrolled: |
        enrolment_id | account_id | user_id | course_id | start_day  | due_day    | completed_day
        e39          | acorn      | u1      | basics    | 2025-03-01 | 2025-05-30 |
    expect: |
      entity | value | status
      acorn  |       | ZERO_DENOMINATOR
      (all)  |       | ZERO_DENOMINATOR
---*/
