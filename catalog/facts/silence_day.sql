/*---
fact:    silence_day
title:   For how long we have not been in contact with an account
grain:   one account, one day that must be answerable
columns:
  account_id:      text
  day_number:      day
  days:            count
  never_contacted: flag
  is_meeting_set:  flag
reads:   [fact.account, fact.touch, fact.planned_meeting]
caveats:
  - Whoever was never contacted has been silent since becoming a customer. Before that day, and
    where nobody recorded it, there is no row.
---*/
with spoken as (
    select
        account_id,
        day_number,
        lead(day_number) over (partition by account_id order by day_number) as day_after
    from (select distinct account_id, day_number from fact.touch) as touched
),
last_word as (
    select spine.day_number, spoken.account_id, spoken.day_number as spoken_day
    from spine
    join spoken
        on  spoken.day_number <= spine.day_number
        and coalesce(spoken.day_after, 2147483647) > spine.day_number
),
booked as (
    select distinct spine.day_number, planned_meeting.account_id
    from spine
    join fact.planned_meeting
        on planned_meeting.day_number > spine.day_number
)
select
    account.account_id,
    spine.day_number,
    spine.day_number - coalesce(last_word.spoken_day, account.customer_since_day) as days,
    last_word.spoken_day is null   as never_contacted,
    booked.account_id is not null  as is_meeting_set
from spine
cross join fact.account
left join last_word
    on  last_word.day_number = spine.day_number
    and last_word.account_id = account.account_id
left join booked
    on  booked.day_number = spine.day_number
    and booked.account_id = account.account_id
where coalesce(last_word.spoken_day, account.customer_since_day) <= spine.day_number
