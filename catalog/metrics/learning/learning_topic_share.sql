/*---
metric:   learning_topic_share
title:    Learning topics
question: Which topics do the people who learn learn about?
kind:     ratio
unit:     fraction
better:   neither
per:      [segment, company]
window:   learning_days fixed
reads:    [fact.course, fact.learning]
sources:  [learning_record, course]
absent:   zero denominator
bounds:   [0, 1]
dimension: topic
tags:     [usage]
owner:    product-analytics
version:  1
meaning: |
  For each topic, different learners on its courses over different learners at all, in the last 90
  days.
caveats:
  - Who learns about two topics is in both, so shares may add up to more than 1.
  - A popular topic may be a sign of interest or of a need.
  - Courses without a topic count among all learners only.
related:  [learning_reach]
---*/
--- groups: people are counted again for each topic
with learner as (
    select distinct
        member.period_id,
        member.entity_id,
        learning.user_id,
        course.topic
    from member
    join period
        on period.id = member.period_id
    join fact.learning
        on  learning.account_id = member.account_id
        and learning.day_number >= period.start_day
        and learning.day_number <  period.end_day
    left join fact.course
        on course.course_id = learning.course_id
),
everybody as (
    select period_id, entity_id, count(distinct user_id) as learners
    from learner
    group by period_id, entity_id
)
select
    everybody.period_id,
    everybody.entity_id,
    topic.topic as component,
    count(learner.user_id) as numerator,
    everybody.learners     as denominator
from everybody
cross join (select distinct topic from fact.course where topic is not null) as topic
left join learner
    on  learner.period_id = everybody.period_id
    and learner.entity_id = everybody.entity_id
    and learner.topic = topic.topic
group by everybody.period_id, everybody.entity_id, topic.topic, everybody.learners

--- rows: each learner, and again for each of their topics
with learned as (
    select
        period.id as period_id,
        learning.account_id,
        learning.user_id,
        learning.course_id,
        course.topic,
        max(learning.record_id)  as record_id,
        max(learning.day_number) as day_number
    from period
    join fact.learning
        on  learning.day_number >= period.start_day
        and learning.day_number <  period.end_day
    left join fact.course
        on course.course_id = learning.course_id
    group by period.id, learning.account_id, learning.user_id, learning.course_id, course.topic
)
select
    learned.*,
    topic.topic       as component,
    part.part,
    1                 as amount,
    learned.user_id   as item,
    'learning_record' as record_table
from learned
cross join (select distinct topic from fact.course where topic is not null) as topic
join (values ('numerator'), ('denominator')) as part (part)
    on part.part = 'denominator'
    or learned.topic = topic.topic

/*---
examples:
  - name: nine of twelve learn about reporting, and one of them about planning too
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.segment_member: |
        account_id | segment    | start_day
        acorn      | enterprise | 2024-01-01
        cobalt     | small      | 2024-01-01
      fact.course: |
        course_id | topic
        basics    | reporting
        charts    | reporting
        plans     | planning
        misc      |
        admin     | security
      fact.learning: |
        record_id | account_id | user_id | course_id | registration | day_number | is_completed | seconds
        l62       | acorn      | u1      | basics    | r1           | 2025-03-10 | false        |
        l63       | acorn      | u2      | basics    | r1           | 2025-03-10 | false        |
        l64       | acorn      | u3      | basics    | r1           | 2025-03-10 | false        |
        l65       | acorn      | u4      | basics    | r1           | 2025-03-10 | false        |
        l66       | acorn      | u5      | basics    | r1           | 2025-03-10 | false        |
        l67       | acorn      | u6      | basics    | r1           | 2025-03-10 | false        |
        l68       | acorn      | u7      | basics    | r1           | 2025-03-10 | false        |
        l69       | acorn      | u8      | basics    | r1           | 2025-03-10 | false        |
        l70       | acorn      | u9      | basics    | r1           | 2025-03-10 | false        |
        l71       | acorn      | u1      | charts    | r1           | 2025-03-10 | false        |
        l72       | cobalt     | u1      | plans     | r1           | 2025-03-10 | false        |
        l73       | cobalt     | v1      | plans     | r1           | 2025-01-01 | false        |
        l74       | cobalt     | v2      | misc      | r1           | 2025-03-10 | false        |
        l75       | cobalt     | v3      | misc      | r1           | 2025-03-10 | false        |
        l76       | cobalt     | v4      | admin     | r1           | 2024-12-31 | false        |
    expect: |
      entity     | grain   | component | value          | numerator | denominator
      enterprise | segment | reporting | 1              | 9         | 9
      small      | segment | reporting | 0              | 0         | 4
      small      | segment | planning  | 0.5            | 2         | 4
      (all)      | company | reporting | 0.75           | 9         | 12
      (all)      | company | planning  | 0.166666666667 | 2         | 12
      (all)      | company | security  | 0              | 0         | 12

  - name: a learner of two accounts is one learner, and the ninety-first day back is none
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.course: |
        course_id | topic
        basics    | reporting
        plans     | planning
      fact.learning: |
        record_id | account_id | user_id | course_id | registration | day_number | is_completed | seconds
        l77       | acorn      | u1      | basics    | r1           | 2025-01-01 | false        |
        l78       | cobalt     | u1      | basics    | r1           | 2025-03-31 | false        |
        l79       | cobalt     | u2      | plans     | r1           | 2025-03-31 | false        |
        l80       | cobalt     | u3      | plans     | r1           | 2024-12-31 | false        |
    expect: |
      entity | component | value | numerator | denominator
      (all)  | reporting | 0.5   | 1         | 2
      (all)  | planning  | 0.5   | 1         | 2
---*/
