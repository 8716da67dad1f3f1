/*---
fact:    usage_day
title:   A feature was used on a day
grain:   one account, one user or none, one feature or none, one day
columns:
  account_id:   text
  user_id:      text
  feature_id:   text
  day_number:   day
  events:       count
  seconds:      count
  record_table: text
reads:
  - fact.account_alias
  - fact.person
  - customer.feature
  - fact.event_meaning
  - fact.event_day
  - lake.usage_event
  - lake.usage_daily
caveats:
  - Staff, bots, test and service users are left out here, once, so that no metric has to.
  - Passive events are left out too. The feature map says which; whether an event that it does not
    know counts is a setting, and it belongs to no feature.
  - A source that reports no users has rows without one, and a row that counts no event is none.
  - A reference such as ext:crm/A9 names the account, user or feature of another source.
  - Usage comes from imported events and days, and from the events that the product sends itself.
  - Seconds are what the source says was spent. Where it does not say, there are none.
---*/
with used as (
    select
        source_system,
        account_ref,
        user_ref,
        event_name,
        cast(null as string) as feature_ref,
        day_number(local_day(utc_instant(occurred_at))) as day_number,
        event_count,
        duration_s as seconds,
        'usage_event' as record_table
    from lake.usage_event
    union all
    select
        source_system,
        account_ref,
        user_ref,
        cast(null as string) as event_name,
        feature_ref,
        day_number(day)       as day_number,
        event_count,
        active_minutes * 60   as seconds,
        'usage_daily' as record_table
    from lake.usage_daily
),
named as (
    select
        used.*,
        'ext:' || source_system || '/' as here,
        account_ref like 'ext:_%/_%'   as account_elsewhere,
        user_ref like 'ext:_%/_%'      as user_elsewhere,
        feature_ref like 'ext:_%/_%'   as feature_elsewhere
    from used
    where event_count > 0
),
referred as (
    select
        case when account_elsewhere then account_ref else here || account_ref end as account_ref,
        case when user_elsewhere then user_ref else here || user_ref end          as user_ref,
        case when feature_elsewhere then feature_ref else here || feature_ref end as feature_ref,
        source_system,
        event_name,
        day_number,
        event_count,
        seconds,
        record_table
    from named
),
placed as (
    select
        account.account_id,
        coalesce(person.person_id, referred.user_ref) as user_id,
        coalesce(person.kind, 'customer')             as kind,
        feature.id                                    as feature_id,
        referred.source_system,
        referred.event_name,
        referred.day_number,
        referred.event_count,
        referred.seconds,
        referred.record_table
    from referred
    join fact.account_alias as account
        on 'ext:' || account.source_system || '/' || account.source_id = referred.account_ref
    left join fact.person
        on 'ext:' || person.source_system || '/' || person.source_id = referred.user_ref
    left join customer.feature as feature
        on 'ext:' || feature.source_system || '/' || feature.source_id = referred.feature_ref
    union all
    select
        account_id,
        user_id,
        kind,
        cast(null as string) as feature_id,
        source_system,
        event_name,
        day_number,
        events                as event_count,
        cast(null as bigint)  as seconds,
        'event'               as record_table
    from fact.event_day
    where account_id is not null
)
select
    placed.account_id,
    placed.user_id,
    coalesce(meaning.feature_id, placed.feature_id) as feature_id,
    placed.day_number,
    cast(sum(placed.event_count) as bigint) as events,
    cast(sum(placed.seconds) as bigint)     as seconds,
    max(placed.record_table)                as record_table
from placed
left join fact.event_meaning as meaning
    on  meaning.source_system = placed.source_system
    and meaning.event_name = placed.event_name
    and meaning.start_day <= placed.day_number
    and meaning.end_day   >  placed.day_number
where placed.kind = 'customer'
and case
    when placed.event_name is null then true
    else coalesce(meaning.is_qualifying, unmapped_events_qualify())
end
group by 1, 2, 3, 4
