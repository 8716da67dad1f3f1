/*---
fact:    service
title:   An account paid for something once
grain:   one price period of kind one_time
columns:
  segment_id: text
  account_id: text
  currency:   text
  amount:     money
  day_number: day
reads:   [customer.subscription_segment]
caveats:
  - Setting up, training and other services, where they are known. They are no recurring revenue.
---*/
select
    segment.id  as segment_id,
    segment.account_id,
    segment.ccy as currency,
    cast(greatest(
        coalesce(segment.quantity, 1) * segment.unit_price * (1 - coalesce(segment.pct_discount, 0))
            - coalesce(segment.fixed_discount, 0),
        0
    ) as decimal(18, 4)) as amount,
    day_number(segment.start_date) as day_number
from customer.subscription_segment as segment
where segment.kind = 'one_time'
