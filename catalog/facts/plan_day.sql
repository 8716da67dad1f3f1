/*---
fact:    plan_day
title:   The plan an account is on
grain:   one account, one day that must be answerable
columns:
  account_id: text
  day_number: day
  plan:       text
reads:   [customer.subscription_segment]
caveats:
  - Of several plans it is the one that brings most a month.
---*/
select
    account_id,
    day_number,
    plan
from (
    select
        segment.account_id,
        spine.day_number,
        segment.plan,
        row_number() over (
            partition by segment.account_id, spine.day_number
            order by segment.monthly_amount desc nulls last, segment.id
        ) as place
    from spine
    join customer.subscription_segment as segment
        on  day_number(segment.start_date) <= spine.day_number
        and (segment.end_date is null or day_number(segment.end_date) > spine.day_number)
    where segment.plan is not null
) as placed
where place = 1
