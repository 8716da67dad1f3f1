/*---
fact:    enrolled
title:   A person is to take a course
grain:   one person, one course, one day of enrolment
columns:
  enrolment_id:  text
  account_id:    text
  user_id:       text
  course_id:     text
  start_day:     day
  due_day:       day
  completed_day: day
reads:   [customer.enrolment, fact.person, fact.membership, fact.learning]
caveats:
  - The account is the one the person joined last, as of the enrolment. Where there was none, it is
    the one they joined next, and at last the one that their learning names.
  - Who enrols again begins again, so a completion belongs to the enrolment before it.
---*/
with begun as (
    select
        min(enrolment.id) as enrolment_id,
        coalesce(person.person_id, enrolment.user_id) as user_id,
        enrolment.course_id,
        day_number(enrolment.enrolled_on)             as start_day,
        max(coalesce(enrolment.window_days, 90))      as window_days
    from customer.enrolment as enrolment
    left join fact.person
        on person.alias_id = enrolment.user_id
    where coalesce(person.kind, 'customer') = 'customer'
    group by 2, 3, 4
),
followed as (
    select
        begun.*,
        coalesce(
            lead(start_day) over (partition by user_id, course_id order by start_day), 2147483647
        ) as again_day
    from begun
),
placed as (
    select
        followed.*,
        membership.account_id,
        row_number() over (
            partition by followed.enrolment_id
            order by
                case when membership.start_day <= followed.start_day then 0 else 1 end,
                abs(followed.start_day - cast(membership.start_day as bigint)) nulls last,
                membership.account_id nulls last
        ) as place
    from followed
    left join fact.membership
        on  membership.user_id = followed.user_id
        and membership.end_day > followed.start_day
)
select
    placed.enrolment_id,
    coalesce(placed.account_id, min(learning.account_id)) as account_id,
    placed.user_id,
    placed.course_id,
    placed.start_day,
    placed.start_day + placed.window_days as due_day,
    min(case when learning.is_completed then learning.day_number end) as completed_day
from placed
left join fact.learning
    on  learning.user_id = placed.user_id
    and learning.course_id = placed.course_id
    and learning.day_number >= placed.start_day
    and learning.day_number <  placed.again_day
where placed.place = 1
group by
    placed.enrolment_id,
    placed.account_id,
    placed.user_id,
    placed.course_id,
    placed.start_day,
    placed.window_days
