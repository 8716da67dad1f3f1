/*---
fact:    interaction
title:   Somebody did something in the product at a moment
grain:   one account, one user or none, one feature or none, one second
columns:
  account_id:   text
  user_id:      text
  feature_id:   text
  day_number:   day
  second:       count
  record_table: text
reads:
  - fact.account_alias
  - fact.person
  - fact.event_meaning
  - fact.identity
  - fact.group_stay
  - fact.event_account
  - fact.event_person
  - lake.usage_event
  - lake.event
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
        day_number(local_day(utc_instant(occurred_at)))    as day_number,
        epoch_second(utc_instant(occurred_at))                 as second
    from lake.usage_event
    where event_count > 0
    and duration_s is null
),
sent as (
    select
        event.source_system,
        coalesce(event.user_ref, identity.user_ref, event.anonymous_ref) as user_ref,
        event.account_ref,
        coalesce(event.event_name, '')                                   as event_name,
        utc_instant(event.occurred_at)                               as occurred_at,
        epoch_second(utc_instant(event.occurred_at))                    as second
    from lake.event as event
    left join fact.identity
        on  identity.source_system = event.source_system
        and identity.anonymous_ref = event.anonymous_ref
    where event.type in ('track', 'page', 'screen')
),
placed as (
    select
        account.account_id,
        coalesce(person.person_id, referred.user_ref) as user_id,
        coalesce(person.kind, 'customer')             as kind,
        referred.source_system,
        referred.event_name,
        referred.day_number,
        referred.second,
        'usage_event'                                 as record_table
    from referred
    join fact.account_alias as account
        on 'ext:' || account.source_system || '/' || account.source_id = referred.account_ref
    left join fact.person
        on 'ext:' || person.source_system || '/' || person.source_id = referred.user_ref
    union all
    select
        account.account_id,
        person.user_id,
        person.kind,
        sent.source_system,
        sent.event_name,
        day_number(local_day(sent.occurred_at)) as day_number,
        sent.second,
        'event'                                 as record_table
    from sent
    left join fact.group_stay as stay
        on  stay.source_system = sent.source_system
        and stay.user_ref = sent.user_ref
        and stay.start_at <= sent.occurred_at
        and stay.end_at > sent.occurred_at
    join fact.event_account as account
        on  account.source_system = sent.source_system
        and account.account_ref = coalesce(sent.account_ref, stay.account_ref)
        and account.account_id is not null
    join fact.event_person as person
        on  person.source_system = sent.source_system
        and person.user_ref = sent.user_ref
)
select
    placed.account_id,
    placed.user_id,
    meaning.feature_id,
    placed.day_number,
    placed.second,
    max(placed.record_table) as record_table
from placed
left join fact.event_meaning as meaning
    on  meaning.source_system = placed.source_system
    and meaning.event_name = placed.event_name
    and meaning.start_day <= placed.day_number
    and meaning.end_day   >  placed.day_number
where placed.kind = 'customer'
and coalesce(meaning.is_qualifying, unmapped_events_qualify())
group by 1, 2, 3, 4, 5
