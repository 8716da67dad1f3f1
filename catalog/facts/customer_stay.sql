/*---
fact:    customer_stay
title:   A logo is a customer
grain:   one account, for as long as it stays
columns:
  account_id: text
  start_day:  day
  end_day:    day
reads:   [fact.account, fact.account_state]
caveats:
  - Bridged gaps and pauses, while the paused account is a customer, are part of the stay. Who comes
    back later begins another.
  - Subsidiaries that are no logos are not here.
---*/
with piece as (
    select
        standing.account_id,
        standing.start_day,
        case
            when standing.state = 'paused' then least(
                coalesce(standing.end_day, 2147483647), standing.start_day + pause_customer_days()
            )
            else coalesce(standing.end_day, 2147483647)
        end as end_day
    from fact.account_state as standing
    join fact.account
        on  account.account_id = standing.account_id
        and account.counts_as_logo
    where standing.state = 'paying'
    or standing.is_bridged
    or (
        standing.state = 'paused'
        and exists (
            select 1
            from fact.account_state as earlier
            where earlier.account_id = standing.account_id
            and earlier.state = 'paying'
            and earlier.start_day < standing.start_day
        )
    )
),
marked as (
    select
        piece.*,
        case
            when lag(end_day) over (partition by account_id order by start_day) = start_day then 0
            else 1
        end as begins
    from piece
),
numbered as (
    select
        marked.*,
        sum(begins) over (partition by account_id order by start_day) as stay
    from marked
)
select
    account_id,
    min(start_day) as start_day,
    nullif(max(end_day), 2147483647) as end_day
from numbered
group by account_id, stay
