/*---
fact:    bridge
title:   What an account would have paid in a gap that turned out to be none
grain:   one currency of one bridged gap
columns:
  account_id: text
  currency:   text
  mrr:        money
  start_day:  day
  end_day:    day
reads:   [fact.account_state, fact.subscription]
caveats:
  - The amount is that of the last day before the gap. It counts from the day of the return,
    end_day, when the gap is known to have been one.
---*/
select
    gap.account_id,
    subscription.currency,
    cast(sum(subscription.mrr) as decimal(18, 4)) as mrr,
    gap.start_day,
    gap.end_day
from fact.account_state as gap
join fact.subscription
    on  subscription.account_id = gap.account_id
    and subscription.start_day < gap.start_day
    and coalesce(subscription.end_day, gap.start_day) >= gap.start_day
where gap.is_bridged
group by gap.account_id, subscription.currency, gap.start_day, gap.end_day
having sum(subscription.mrr) > 0
