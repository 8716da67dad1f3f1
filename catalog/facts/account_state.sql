/*---
fact:    account_state
title:   An account pays, pauses, or does neither
grain:   one account in one state for a while, as long as it lasts
columns:
  account_id: text
  state:      text
  start_day:  day
  end_day:    day
  is_bridged: flag
reads:   [fact.subscription]
caveats:
  - The states are paying, paused and none. Before its first stretch an account has no row.
  - A gap of at most 14 days between two paying stretches is bridged, once the return is known.
---*/
with change as (
    select
        account_id,
        start_day as day_number,
        case when mrr > 0 then 1 else 0 end    as paying,
        case when is_paused then 1 else 0 end  as paused
    from fact.subscription
    union all
    select
        account_id,
        end_day as day_number,
        case when mrr > 0 then -1 else 0 end   as paying,
        case when is_paused then -1 else 0 end as paused
    from fact.subscription
    where end_day is not null
),
alive as (
    select
        account_id,
        day_number,
        sum(sum(paying)) over (partition by account_id order by day_number) as paying,
        sum(sum(paused)) over (partition by account_id order by day_number) as paused
    from change
    group by account_id, day_number
),
named as (
    select
        account_id,
        day_number,
        case when paying > 0 then 'paying' when paused > 0 then 'paused' else 'none' end as state
    from alive
),
turn as (
    select
        account_id,
        day_number,
        state,
        lag(state) over (partition by account_id order by day_number) as state_before
    from named
),
stay as (
    select
        account_id,
        state,
        day_number as start_day,
        lead(day_number) over (partition by account_id order by day_number) as end_day,
        state_before,
        lead(state) over (partition by account_id order by day_number) as state_after
    from turn
    where state_before is null or state_before <> state
)
select
    account_id,
    state,
    start_day,
    end_day,
    state = 'none'
        and coalesce(state_before = 'paying', false)
        and coalesce(state_after = 'paying', false)
        and coalesce(end_day - start_day <= 14, false) as is_bridged
from stay
