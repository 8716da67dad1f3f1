/*---
fact:    mrr_part
title:   A stretch in which a subscription brings recurring revenue
grain:   one price period that pays, or one bridged gap after it
columns:
  segment_id: text
  account_id: text
  currency:   text
  plan:       text
  mrr:        money
  start_day:  day
  end_day:    day
  known_day:  day
reads:   [fact.subscription, fact.account_state]
caveats:
  - In a bridged gap the amount is that of the last day before it. It counts from known_day on, the
    day of the return, when the gap is known to have been one.
---*/
select
    segment_id, account_id, currency, plan, mrr, start_day, end_day,
    cast(null as integer) as known_day
from fact.subscription
where mrr > 0
union all
select
    subscription.segment_id,
    subscription.account_id,
    subscription.currency,
    subscription.plan,
    subscription.mrr,
    gap.start_day,
    gap.back_day as end_day,
    gap.back_day as known_day
from fact.account_state as gap
join fact.subscription
    on  subscription.account_id = gap.account_id
    and subscription.end_day = gap.start_day
    and subscription.mrr > 0
where gap.is_bridged
