/*---
fact:    mrr_move
title:   An account's recurring revenue changes
grain:   one account, one currency, one day, one kind of movement
columns:
  account_id: text
  currency:   text
  day_number: day
  kind:       text
  reason:     text
  amount:     money
  void_day:   day
reads:   [fact.subscription, fact.account_state, fact.bridge]
caveats:
  - Everything on one day nets to one movement, so a plan swap under a new subscription id is an
    expansion or a contraction.
  - The account decides between new, reactivation, churn and the rest, not the subscription.
  - A gap that was bridged later shows as churn until void_day, and as nothing from then on.
  - A resume within 90 days of the pause is an expansion, later a reactivation.
---*/
with stretch as (
    select account_id, currency, start_day, end_day, mrr from fact.subscription
    union all
    select account_id, currency, start_day, end_day, mrr from fact.bridge
),
change as (
    select account_id, currency, start_day as day_number, mrr as delta from stretch
    union all
    select account_id, currency, end_day as day_number, -mrr as delta
    from stretch
    where end_day is not null
),
net as (
    select account_id, currency, day_number, cast(sum(delta) as decimal(18, 4)) as delta
    from change
    group by account_id, currency, day_number
    having sum(delta) <> 0
),
first_paid as (
    select account_id, min(start_day) as day_number
    from fact.account_state
    where state = 'paying'
    group by account_id
),
reason as (
    select account_id, day_number, max(started) as started, max(ended) as ended
    from (
        select account_id, start_day as day_number, reason_start as started, null as ended
        from fact.subscription
        union all
        select account_id, end_day as day_number, null as started, reason_end as ended
        from fact.subscription
        where end_day is not null
    ) as given
    group by account_id, day_number
),
placed as (
    select
        net.account_id,
        net.currency,
        net.day_number,
        net.delta,
        coalesce(before.state = 'paying' or before.is_bridged, false) as paid_before,
        coalesce(now.state = 'paying' or now.is_bridged, false)       as pays_now,
        coalesce(now.state = 'paused', false)                         as pauses_now,
        coalesce(before.state = 'paused' and net.day_number - before.start_day < 90, false)
            as resumes,
        coalesce(first_paid.day_number < net.day_number, false)       as ever_paid
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
)
select
    placed.account_id,
    placed.currency,
    placed.day_number,
    case
        when placed.delta > 0 and (placed.paid_before or (placed.ever_paid and placed.resumes))
            then 'expansion'
        when placed.delta > 0 and placed.ever_paid then 'reactivation'
        when placed.delta > 0                      then 'new'
        when placed.pays_now or placed.pauses_now  then 'contraction'
        else 'churn'
    end as kind,
    case
        when placed.delta > 0 and not placed.paid_before and placed.resumes then 'resume'
        when placed.delta > 0                                               then reason.started
        when placed.pauses_now and not placed.pays_now                      then 'pause'
        else reason.ended
    end as reason,
    cast(abs(placed.delta) as decimal(18, 4)) as amount,
    cast(null as integer)                     as void_day
from placed
left join reason
    on  reason.account_id = placed.account_id
    and reason.day_number = placed.day_number
union all
select
    bridge.account_id,
    bridge.currency,
    bridge.start_day as day_number,
    'churn'          as kind,
    null             as reason,
    bridge.mrr       as amount,
    bridge.end_day   as void_day
from fact.bridge
