/*---
fact:    customer_day
title:   An account is a customer at the close of a day
grain:   one account, one day that must be answerable
columns:
  account_id:       text
  day_number:       day
  is_paying:        flag
  counts_as_logo:   flag
  bridge_known_day: day
  paying_since_day: day
reads:   [fact.account, fact.account_state]
caveats:
  - Paying accounts are customers, paused ones for a while, and those in a bridged gap from
    bridge_known_day on. Trials and free plans are not.
  - An account that never paid has no row, so it can never churn.
---*/
select
    standing.account_id,
    spine.day_number,
    standing.state = 'paying' as is_paying,
    account.counts_as_logo,
    case when standing.is_bridged then standing.back_day end            as bridge_known_day,
    case when standing.state = 'paying' then standing.start_day end     as paying_since_day
from fact.account_state as standing
join fact.account
    on account.account_id = standing.account_id
join spine
    on  standing.start_day <= spine.day_number
    and (standing.end_day is null or standing.end_day > spine.day_number)
where standing.state = 'paying'
or standing.is_bridged
-- The day of the pause is day 1, and the logo is lost on day 91.
or (
    standing.state = 'paused'
    and spine.day_number - standing.start_day < pause_customer_days()
    and exists (
        select 1
        from fact.account_state as earlier
        where earlier.account_id = standing.account_id
        and earlier.state = 'paying'
        and earlier.start_day < standing.start_day
    )
)
