/*---
fact:    onboarding_day
title:   For how long an onboarding has gone on
grain:   one onboarding that has begun, one day that must be answerable
columns:
  onboarding_id: text
  account_id:    text
  day_number:    day
  start_day:     day
  days:          count
  is_completed:  flag
  is_open:       flag
  is_last:       flag
reads:   [fact.onboarding_case, fact.onboarding_wait]
caveats:
  - From the start to completion, to the day on which it stopped without, or else to the day itself.
    Days on hold are no days.
  - The last is the one that the account began last.
---*/
with lived as (
    select
        spine.day_number,
        onboarding.onboarding_id,
        onboarding.account_id,
        onboarding.start_day,
        onboarding.completed_day,
        least(coalesce(onboarding.stopped_day, spine.day_number), spine.day_number) as until_day,
        coalesce(onboarding.stopped_day > spine.day_number, true) as is_going_on
    from spine
    join fact.onboarding_case as onboarding
        on  onboarding.start_day <= spine.day_number
        and coalesce(onboarding.reset_day > spine.day_number, true)
),
ended as (
    select
        lived.*,
        coalesce(completed_day <= until_day, false)           as is_completed,
        least(coalesce(completed_day, until_day), until_day)  as end_day
    from lived
)
select
    ended.onboarding_id,
    ended.account_id,
    ended.day_number,
    ended.start_day,
    ended.end_day - ended.start_day - sum(
        case
            when wait.onboarding_id is null then 0
            else least(wait.end_day, ended.end_day) - greatest(wait.start_day, ended.start_day)
        end
    ) as days,
    ended.is_completed,
    ended.is_going_on and not ended.is_completed as is_open,
    row_number() over (
        partition by ended.account_id, ended.day_number
        order by ended.start_day desc, ended.onboarding_id desc
    ) = 1 as is_last
from ended
left join fact.onboarding_wait as wait
    on  wait.onboarding_id = ended.onboarding_id
    and wait.start_day < ended.end_day
    and wait.end_day   > ended.start_day
group by
    ended.onboarding_id,
    ended.account_id,
    ended.day_number,
    ended.start_day,
    ended.end_day,
    ended.is_completed,
    ended.is_going_on
