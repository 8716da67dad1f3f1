/*---
fact:    established_user
title:   A person used to come every so often, and still does or went quiet
grain:   one person of one account, for as long as neither changes
columns:
  account_id: text
  user_id:    text
  is_quiet:   flag
  start_day:  day
  end_day:    day
reads:   [fact.user_week]
caveats:
  - Established is who was active in at least 3 of the 8 weeks before the last 2; quiet is who was
    not active in the last 2. Weeks count back from the day, and the workspace may set the numbers.
---*/
with week as (
    select weeks_ago
    from range(0, 78) as ago (weeks_ago)
    where weeks_ago < slipping_quiet_weeks() + slipping_established_weeks()
),
-- A week of use is remembered for one week, so many weeks later.
remembered as (
    select
        user_week.account_id,
        user_week.user_id,
        user_week.start_day + 7 * week.weeks_ago as start_day,
        user_week.end_day + 7 * week.weeks_ago   as end_day,
        case when week.weeks_ago < slipping_quiet_weeks() then 1 else 0 end  as lately,
        case when week.weeks_ago >= slipping_quiet_weeks() then 1 else 0 end as formerly
    from fact.user_week
    cross join week
),
change as (
    select account_id, user_id, start_day as day_number, lately, formerly from remembered
    union all
    select account_id, user_id, end_day as day_number, -lately, -formerly from remembered
),
running as (
    select
        account_id,
        user_id,
        day_number,
        sum(sum(lately)) over w   as lately,
        sum(sum(formerly)) over w as formerly,
        lead(day_number) over w   as day_after
    from change
    group by account_id, user_id, day_number
    window w as (partition by account_id, user_id order by day_number)
)
select
    account_id,
    user_id,
    lately = 0 as is_quiet,
    day_number as start_day,
    day_after  as end_day
from running
where formerly >= slipping_active_weeks()
