/*---
fact:    advocacy
title:   A customer spoke up for us, or against us
grain:   one act
columns:
  event_id:   text
  account_id: text
  act:        text
  points:     count
  day_number: day
reads:   [customer.advocacy_event]
caveats:
  - A positive referral is one that was accepted. A talk and a webinar are the same kind of act.
  - What was refused is worth nothing, but a bad public review takes points away.
---*/
with named as (
    select
        event.id as event_id,
        event.account_id,
        case
            when event.type = 'webinar' then 'talk'
            else event.type
        end as act,
        event.polarity = 'positive' as is_positive,
        day_number(local_day(event.occurred_at)) as day_number
    from customer.advocacy_event as event
),
worth as (
    select
        event_id,
        account_id,
        case when is_positive then act else 'against ' || act end as act,
        case
            when not is_positive and act = 'public_review' then -2
            when not is_positive         then 0
            when act = 'case_study'      then 5
            when act = 'referral'        then 4
            when act = 'talk'            then 4
            when act = 'reference_call'  then 3
            when act = 'advisory_board'  then 3
            when act = 'public_review'   then 2
            when act = 'reference_willing' then 1
            else 0
        end as points,
        day_number
    from named
)
select event_id, account_id, act, points, day_number
from worth
where points <> 0
