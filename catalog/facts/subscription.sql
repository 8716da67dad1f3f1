/*---
fact:    subscription
title:   A stretch of recurring revenue at one price
grain:   one price period of one subscription
columns:
  source_system:   text
  subscription_id: text
  account_id:      text
  currency:        text
  mrr:             money
  is_paused:       flag
  start_day:       day
  end_day:         day
  reason_start:    text
  reason_end:      text
reads:   [customer.subscription_segment]
caveats:
  - Trials, free plans, metered and one-off amounts are not in it.
  - Paused and unpaid stretches are there with an MRR of zero. Past due still counts.
  - A stretch that ends on the day it starts was never alive.
---*/
select
    segment.source_system,
    segment.subscription_id,
    segment.account_id,
    segment.ccy as currency,
    case
        when segment.state in ('paused', 'unpaid') then cast(0 as decimal(18, 4))
        else cast(segment.monthly_amount as decimal(18, 4))
    end as mrr,
    segment.state = 'paused'           as is_paused,
    day_number(segment.start_date)     as start_day,
    day_number(segment.end_date)       as end_day,
    segment.reason_start,
    segment.reason_end
from customer.subscription_segment as segment
where segment.kind = 'recurring'
and (segment.end_date is null or segment.end_date > segment.start_date)
