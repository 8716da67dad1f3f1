/*---
fact:    event_meaning
title:   What the name of an event means
grain:   one event name of one source, for a while
columns:
  source_system: text
  event_name:    text
  feature_id:    text
  is_qualifying: flag
  start_day:     day
  end_day:       day
reads:   [customer.feature_event_map]
caveats:
  - Where two rows of the map overlap, the one that begins later takes over on its first day. So an
    event has one meaning a day and never counts twice.
---*/
select
    mapped.source_system,
    mapped.event_name,
    mapped.feature_id,
    coalesce(mapped.is_qualifying, true) as is_qualifying,
    day_number(mapped.valid_from)        as start_day,
    least(
        coalesce(day_number(mapped.valid_to), 2147483647),
        coalesce(
            lead(day_number(mapped.valid_from)) over (
                partition by mapped.source_system, mapped.event_name
                order by mapped.valid_from
            ),
            2147483647
        )
    ) as end_day
from customer.feature_event_map as mapped
