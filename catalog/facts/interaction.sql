/*---
fact:    interaction
title:   Somebody did something in the product at a moment
grain:   one account, one user or none, one feature or none, one second
columns:
  account_id: text
  user_id:    text
  feature_id: text
  day_number: day
  second:     count
reads:
  - customer.account
  - fact.person
  - fact.event_meaning
  - lake.usage_event
caveats:
  - The same events as in usage_day, but for those that tell how long they took, which are sums of
    what somebody did and no moments.
  - Seconds are counted from the beginning of 1970.
---*/
with referred as (
    select
        source_system,
        event_name,
        case
            when account_ref like 'ext:_%/_%' then account_ref
            else 'ext:' || source_system || '/' || account_ref
        end as account_ref,
        case
            when user_ref like 'ext:_%/_%' then user_ref
            else 'ext:' || source_system || '/' || user_ref
        end as user_ref,
        day_number(local_day(timezone('UTC', occurred_at)))    as day_number,
        cast(floor(extract(epoch from occurred_at)) as bigint) as second
    from lake.usage_event
    where event_count > 0
    and duration_s is null
)
select distinct
    account.id as account_id,
    coalesce(person.person_id, referred.user_ref) as user_id,
    meaning.feature_id,
    referred.day_number,
    referred.second
from referred
join customer.account as account
    on 'ext:' || account.source_system || '/' || account.source_id = referred.account_ref
left join fact.person
    on 'ext:' || person.source_system || '/' || person.source_id = referred.user_ref
left join fact.event_meaning as meaning
    on  meaning.source_system = referred.source_system
    and meaning.event_name = referred.event_name
    and meaning.start_day <= referred.day_number
    and meaning.end_day   >  referred.day_number
where coalesce(person.kind, 'customer') = 'customer'
and coalesce(meaning.is_qualifying, unmapped_events_qualify())
