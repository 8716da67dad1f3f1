/*---
fact:    business_days
title:   How many of the days that end with a day are business days
grain:   one day that must be answerable, one number of days up to a month
columns:
  day_number:    day
  days:          count
  business_days: count
  divisor:       count
reads:   []
caveats:
  - Business days are Monday to Friday. Holidays are none that we know of.
  - The divisor is what daily actives are averaged over, which the workspace may set.
---*/
-- 1970 began on a Thursday, so three days more put every Monday on a multiple of seven.
with edged as (
    select
        spine.day_number,
        stretch.days,
        spine.day_number + 4 - stretch.days as first_day,
        spine.day_number + 4                as after_day
    from spine
    cross join range(1, 91) as stretch (days)
    where stretch.days <= monthly_active_days()
),
counted as (
    select
        day_number,
        days,
        whole(after_day - after_day % 7 - first_day + first_day % 7, 7) * 5
            + least(after_day % 7, 5) - least(first_day % 7, 5) as business_days
    from edged
)
select
    counted.*,
    case when business_days_only() then business_days else days end as divisor
from counted
