/*---
fact:    learning
title:   A person did something in a course
grain:   one statement of a learning system
columns:
  record_id:    text
  account_id:   text
  user_id:      text
  course_id:    text
  registration: text
  day_number:   day
  is_completed: flag
  seconds:      number
reads:   [customer.learning_record, fact.person, fact.membership]
caveats:
  - Voided statements never happened. Staff, bots and test users are left out.
  - Completed is not passed. Only statements that complete or terminate a course tell how long it took.
  - Where a statement does not name the account, it is the one that the person joined last.
---*/
with told as (
    select
        statement.id as record_id,
        statement.account_id,
        coalesce(person.person_id, statement.user_id)     as user_id,
        statement.course_id,
        coalesce(statement.registration, '')              as registration,
        day_number(local_day(statement.occurred_at))      as day_number,
        coalesce(statement.completed, false) or statement.verb = 'completed' as is_completed,
        statement.verb,
        statement.duration_s
    from customer.learning_record as statement
    left join fact.person
        on person.alias_id = statement.user_id
    where not coalesce(statement.voided, false)
    and statement.verb <> 'voided'
    and coalesce(person.kind, 'customer') = 'customer'
),
placed as (
    select
        told.*,
        membership.account_id as belongs,
        row_number() over (
            partition by told.record_id
            order by membership.start_day desc nulls last, membership.account_id
        ) as place
    from told
    left join fact.membership
        on  told.account_id is null
        and membership.user_id = told.user_id
        and membership.start_day <= told.day_number
        and membership.end_day   >  told.day_number
)
select
    record_id,
    coalesce(account_id, belongs) as account_id,
    user_id,
    course_id,
    registration,
    day_number,
    is_completed,
    case when is_completed or verb = 'terminated' then duration_s end as seconds
from placed
where place = 1
