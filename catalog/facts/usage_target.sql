/*---
fact:    usage_target
title:   What a metric of usage is to reach
grain:   one metric, one segment or all others, for a while
columns:
  target_id: text
  metric:    text
  segment:   text
  target:    number
  start_day: day
  end_day:   day
reads:   [customer.usage_target]
caveats:
  - A target holds until the next one for the same metric and segment.
---*/
select
    id as target_id,
    metric,
    segment,
    target,
    day_number(valid_from) as start_day,
    lead(day_number(valid_from)) over (
        partition by metric, segment order by valid_from
    ) as end_day
from customer.usage_target
