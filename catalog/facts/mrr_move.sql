/*---
fact:    mrr_move
title:   An account's recurring revenue changes
grain:   one account, one currency, one day, one kind and reason of movement
columns:
  account_id:  text
  currency:    text
  day_number:  day
  kind:        text
  reason:      text
  amount:      money
  settles_day: day
  void_day:    day
  segment_id:  text
reads:   [fact.mrr_change, fact.account_state, fact.mrr_part]
caveats:
  - Everything on one day nets to one movement, so a plan swap under a new subscription id is an
    expansion or a contraction. Its reasons share the net amount, those that are no sale first.
  - The account decides between new, reactivation, churn and the rest, not the subscription.
  - A transfer is signed, because what leaves one account arrives at another. Others are amounts.
  - A gap that was bridged later shows as churn until void_day, and as nothing from then on. Until
    settles_day a churn may still be undone so.
  - segment_id is one of the records that say so; there may be more.
  - A resume while the paused account is still a customer is an expansion, later a reactivation.
---*/
with net as (
    select account_id, currency, day_number, cast(sum(delta) as decimal(18, 4)) as delta
    from fact.mrr_change
    where reason is null
    or reason <> 'transfer'
    group by account_id, currency, day_number
    having sum(delta) <> 0
),
first_paid as (
    select account_id, min(start_day) as day_number
    from fact.account_state
    where state = 'paying'
    group by account_id
),
placed as (
    select
        net.*,
        coalesce(before.state = 'paying' or before.is_bridged, false) as paid_before,
        coalesce(now.state = 'paying' or now.is_bridged, false)       as pays_now,
        coalesce(now.state = 'paused', false)                         as pauses_now,
        coalesce(
            before.state = 'paused'
            and net.day_number - before.start_day <= pause_customer_days(),
            false
        ) as resumes,
        coalesce(first_paid.day_number < net.day_number, false)       as ever_paid,
        now.settles_day
    from net
    left join fact.account_state as now
        on  now.account_id = net.account_id
        and now.start_day <= net.day_number
        and (now.end_day is null or now.end_day > net.day_number)
    left join fact.account_state as before
        on  before.account_id = net.account_id
        and before.start_day < net.day_number
        and (before.end_day is null or before.end_day >= net.day_number)
    left join first_paid
        on first_paid.account_id = net.account_id
),
kinded as (
    select
        placed.*,
        case
            when delta > 0 and (paid_before or (ever_paid and resumes)) then 'expansion'
            when delta > 0 and ever_paid                                then 'reactivation'
            when delta > 0                                              then 'new'
            when pays_now or pauses_now                                 then 'contraction'
            else 'churn'
        end as kind
    from placed
),
-- How far the changes of one direction fill the net amount, one reason after the other.
filled as (
    select
        kinded.*,
        change.reason,
        change.given,
        change.segment_id,
        sum(change.given) over (
            partition by kinded.account_id, kinded.currency, kinded.day_number
            order by change.reason_rank, change.reason nulls last
        ) as reached
    from kinded
    join (
        select
            account_id, currency, day_number, reason, reason_rank,
            delta > 0 as rises,
            sum(abs(delta)) as given,
            max(segment_id) as segment_id
        from fact.mrr_change
        where reason is null
        or reason <> 'transfer'
        group by account_id, currency, day_number, reason, reason_rank, delta > 0
    ) as change
        on  change.account_id = kinded.account_id
        and change.currency = kinded.currency
        and change.day_number = kinded.day_number
        and change.rises = (kinded.delta > 0)
)
select
    account_id,
    currency,
    day_number,
    kind,
    reason,
    cast(least(abs(delta), reached) - least(abs(delta), reached - given) as decimal(18, 4))
        as amount,
    case when kind = 'churn' then coalesce(settles_day, day_number) end as settles_day,
    cast(null as integer) as void_day,
    segment_id
from filled
where reached - given < abs(delta)
union all
select
    account_id,
    currency,
    day_number,
    'transfer' as kind,
    'transfer' as reason,
    cast(sum(delta) as decimal(18, 4)) as amount,
    cast(null as integer) as settles_day,
    cast(null as integer) as void_day,
    max(segment_id) as segment_id
from fact.mrr_change
where reason = 'transfer'
group by account_id, currency, day_number
having sum(delta) <> 0
union all
select
    part.account_id,
    part.currency,
    part.start_day as day_number,
    'churn'        as kind,
    null           as reason,
    cast(sum(part.mrr) as decimal(18, 4)) as amount,
    state.settles_day,
    part.known_day as void_day,
    max(part.segment_id) as segment_id
from fact.mrr_part as part
join fact.account_state as state
    on  state.account_id = part.account_id
    and state.start_day = part.start_day
where part.known_day is not null
group by part.account_id, part.currency, part.start_day, state.settles_day, part.known_day
