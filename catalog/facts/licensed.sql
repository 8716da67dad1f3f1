/*---
fact:    licensed
title:   A person may use what an account has bought
grain:   one person, one account, for as long as one licence follows on another
columns:
  account_id: text
  user_id:    text
  start_day:  day
  end_day:    day
reads:   [fact.licence]
caveats:
  - Somebody with two licences at once is one person, here once.
---*/
with held as (
    select
        account_id,
        user_id,
        start_day,
        coalesce(end_day, 2147483647) as end_day
    from fact.licence
),
reached as (
    select
        held.*,
        max(end_day) over (
            partition by account_id, user_id
            order by start_day, end_day
            rows between unbounded preceding and 1 preceding
        ) as reach
    from held
),
numbered as (
    select
        reached.*,
        sum(case when reach is null or start_day > reach then 1 else 0 end) over (
            partition by account_id, user_id
            order by start_day, end_day
        ) as stretch
    from reached
)
select
    account_id,
    user_id,
    min(start_day) as start_day,
    max(end_day)   as end_day
from numbered
group by account_id, user_id, stretch
