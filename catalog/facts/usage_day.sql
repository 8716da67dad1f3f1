/*---
fact:    usage_day
title:   A feature was used on a day
grain:   one account, one user or none, one feature or none, one day
columns:
  account_id: text
  user_id:    text
  feature_id: text
  day_number: day
  events:     count
  seconds:    count
reads:
  - customer.account
  - fact.person
  - customer.feature
  - customer.feature_event_map
  - lake.usage_event
  - lake.usage_daily
caveats:
  - Staff, bots, test and service users are left out here, once, so that no metric has to.
  - Passive events are left out too. The feature map says which; an event it does not know counts
    and belongs to no feature.
  - A source that reports no users has rows without one, and a row that counts no event is none.
---*/
with used as (
    select
        source_system,
        account_ref,
        user_ref,
        event_name,
        cast(null as varchar) as feature_ref,
        day_number(local_day(timezone('UTC', occurred_at))) as day_number,
        event_count,
        coalesce(duration_s, 0) as seconds
    from lake.usage_event
    union all
    select
        source_system,
        account_ref,
        user_ref,
        cast(null as varchar) as event_name,
        feature_ref,
        day_number(day)       as day_number,
        event_count,
        active_minutes * 60   as seconds
    from lake.usage_daily
)
select
    account.id as account_id,
    coalesce(person.person_id, used.source_system || '/' || used.user_ref) as user_id,
    coalesce(mapped.feature_id, feature.id) as feature_id,
    used.day_number,
    cast(sum(used.event_count) as bigint) as events,
    cast(sum(used.seconds) as bigint)     as seconds
from used
join customer.account as account
    on  account.source_system = used.source_system
    and account.source_id = used.account_ref
left join fact.person
    on  person.source_system = used.source_system
    and person.source_id = used.user_ref
left join customer.feature_event_map as mapped
    on  mapped.source_system = used.source_system
    and mapped.event_name = used.event_name
    and day_number(mapped.valid_from) <= used.day_number
    and (mapped.valid_to is null or day_number(mapped.valid_to) > used.day_number)
left join customer.feature as feature
    on  feature.source_system = used.source_system
    and feature.source_id = used.feature_ref
where used.event_count > 0
and coalesce(person.kind, 'customer') = 'customer'
and coalesce(mapped.is_qualifying, true)
group by 1, 2, 3, 4
