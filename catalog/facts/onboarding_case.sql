/*---
fact:    onboarding_case
title:   An account is to get going
grain:   one onboarding
columns:
  onboarding_id: text
  account_id:    text
  start_day:     day
  completed_day: day
  stopped_day:   day
  reset_day:     day
reads:   [customer.onboarding, fact.departure]
caveats:
  - It stops on the day it is abandoned, or on the first day without the account.
  - One that was begun again is no case of its own from the day the other one starts.
---*/
select
    onboarding.id as onboarding_id,
    onboarding.account_id,
    day_number(onboarding.started_on)   as start_day,
    day_number(onboarding.completed_on) as completed_day,
    case
        when onboarding.abandoned_on is null then min(departure.day_number)
        else least(
            day_number(onboarding.abandoned_on), coalesce(min(departure.day_number), 2147483647)
        )
    end as stopped_day,
    min(day_number(again.started_on)) as reset_day
from customer.onboarding as onboarding
left join customer.onboarding as again
    on again.reset_of = onboarding.id
left join fact.departure
    on  departure.account_id = onboarding.account_id
    and departure.day_number > day_number(onboarding.started_on)
group by
    onboarding.id,
    onboarding.account_id,
    onboarding.started_on,
    onboarding.completed_on,
    onboarding.abandoned_on
