/*---
fact:    account_state
title:   An account pays, pauses, or does neither
grain:   one account in one state for a while, as long as it lasts
columns:
  account_id:  text
  state:       text
  start_day:   day
  end_day:     day
  is_bridged:  flag
  back_day:    day
  settles_day: day
reads:   [fact.subscription, fact.contract]
caveats:
  - The states are paying, paused and none. Before its first stretch an account has no row.
  - A short gap between two paying stretches is bridged, once the return is known. In a renewal
    negotiation, when a contract falls due in the gap that nobody has decided by then, it may be
    longer. What is decided about it afterwards changes nothing.
  - A pause directly after paying is no gap. One that begins within a gap is a part of it.
  - back_day is the next day on which the account pays, if there is one.
  - settles_day is the last day on which a return would bridge the gap.
---*/
with change as (
    select
        account_id,
        start_day as day_number,
        case when mrr > 0 then 1 else 0 end    as paying,
        case when state = 'paused' then 1 else 0 end  as paused
    from fact.subscription
    union all
    select
        account_id,
        end_day as day_number,
        case when mrr > 0 then -1 else 0 end   as paying,
        case when state = 'paused' then -1 else 0 end as paused
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
        -- Until the account pays again, all its states are one absence.
        count(case when state = 'paying' then 1 end) over (
            partition by account_id order by day_number
        ) as times_paid,
        min(case when state = 'paying' then day_number end) over (
            partition by account_id
            order by day_number
            rows between 1 following and unbounded following
        ) as back_day
    from turn
    where state_before is null or state_before <> state
),
gap as (
    select
        stay.account_id,
        stay.times_paid,
        stay.start_day + case
            when exists (
                select 1
                from fact.contract
                where contract.account_id = stay.account_id
                and contract.due_day >= stay.start_day
                and contract.due_day < least(
                    coalesce(stay.back_day, 2147483647), stay.start_day + renewal_grace_days()
                )
                and (contract.outcome = 'pending' or contract.decided_day > contract.due_day)
                and coalesce(contract.successor_signed_day, 2147483647) > contract.due_day
            ) then renewal_grace_days()
            else bridge_gap_days()
        end as settles_day
    from stay
    where state = 'none'
    and state_before = 'paying'
)
select
    stay.account_id,
    stay.state,
    stay.start_day,
    stay.end_day,
    coalesce(stay.back_day <= gap.settles_day, false) as is_bridged,
    stay.back_day,
    gap.settles_day
from stay
left join gap
    on  gap.account_id = stay.account_id
    and gap.times_paid = stay.times_paid
    and stay.state = 'none'
