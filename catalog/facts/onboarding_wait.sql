/*---
fact:    onboarding_wait
title:   An onboarding waited for the customer
grain:   one onboarding, for as long as one hold follows on another
columns:
  onboarding_id: text
  start_day:     day
  end_day:       day
reads:   [customer.onboarding_hold]
caveats:
  - Two holds at once are one. The day on which a hold ends is a day of work again.
---*/
with held as (
    select
        hold.onboarding_id,
        day_number(hold.from)                     as start_day,
        coalesce(day_number(hold.to), 2147483647) as end_day
    from customer.onboarding_hold as hold
),
reached as (
    select
        held.*,
        max(end_day) over (
            partition by onboarding_id
            order by start_day, end_day
            rows between unbounded preceding and 1 preceding
        ) as reach
    from held
    where start_day < end_day
),
numbered as (
    select
        reached.*,
        sum(case when reach is null or start_day > reach then 1 else 0 end) over (
            partition by onboarding_id
            order by start_day, end_day
        ) as stretch
    from reached
)
select onboarding_id, min(start_day) as start_day, max(end_day) as end_day
from numbered
group by onboarding_id, stretch
