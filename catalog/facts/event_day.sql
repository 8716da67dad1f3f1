/*---
fact:    event_day
title:   What users did, as their events tell
grain:   one source, one user, one account or none, one event name, one day
columns:
  source_system: text
  user_ref:      text
  user_id:       text
  kind:          text
  account_ref:   text
  account_id:    text
  event_name:    text
  day_number:    day
  events:        count
  last_at:       instant
reads:
  - lake.event
  - lake.event_day
  - fact.identity
  - fact.group_stay
  - fact.event_account
  - fact.event_person
caveats:
  - An event belongs to the account that it names, else to the one that its user belonged to at that
    moment. Without either it is an orphan and has no account here.
  - Events without a name have the empty one.
  - The roll-up of days knows nothing of links and groups. Where a user changes accounts in the course
    of one of its rows, the events themselves are asked.
---*/
with sent as (
    select
        day.source_system,
        day.user_ref,
        day.anonymous_ref,
        day.account_ref,
        day.type,
        day.event_name,
        day.day,
        day.event_count,
        utc_instant(day.first_at) as first_at,
        utc_instant(day.last_at)  as last_at,
        coalesce(day.user_ref, identity.user_ref, day.anonymous_ref) as whom
    from lake.event_day as day
    left join fact.identity
        on  identity.source_system = day.source_system
        and identity.anonymous_ref = day.anonymous_ref
),
stayed as (
    select
        sent.*,
        coalesce(sent.account_ref, stay.account_ref)        as belongs,
        sent.account_ref is null and stay.end_at <= last_at as divided
    from sent
    left join fact.group_stay as stay
        on  stay.source_system = sent.source_system
        and stay.user_ref = sent.whom
        and stay.start_at <= sent.first_at
        and stay.end_at > sent.first_at
),
apart as (
    select
        source_system, user_ref, anonymous_ref, type, event_name, day, whom,
        min(first_at) as first_at,
        max(last_at)  as last_at
    from stayed
    where account_ref is null
    group by source_system, user_ref, anonymous_ref, type, event_name, day, whom
    having max(case when divided then 1 else 0 end) = 1
),
placed as (
    select
        stayed.source_system,
        stayed.whom,
        stayed.belongs,
        stayed.event_name,
        stayed.day,
        stayed.event_count,
        stayed.last_at
    from stayed
    left join apart
        on  apart.source_system = stayed.source_system
        and apart.user_ref is not distinct from stayed.user_ref
        and apart.anonymous_ref is not distinct from stayed.anonymous_ref
        and apart.type = stayed.type
        and apart.event_name is not distinct from stayed.event_name
        and apart.day = stayed.day
    where apart.source_system is null
    or stayed.account_ref is not null
    union all
    select
        apart.source_system,
        apart.whom,
        stay.account_ref                     as belongs,
        apart.event_name,
        apart.day,
        1                                    as event_count,
        utc_instant(event.occurred_at)   as last_at
    from apart
    join lake.event as event
        on  event.source_system = apart.source_system
        and event.user_ref is not distinct from apart.user_ref
        and (event.user_ref is not null or event.anonymous_ref = apart.anonymous_ref)
        and event.type = apart.type
        and event.event_name is not distinct from apart.event_name
        and event.account_ref is null
        and utc_instant(event.occurred_at) between apart.first_at and apart.last_at
        and local_day(utc_instant(event.occurred_at)) = apart.day
    join fact.group_stay as stay
        on  stay.source_system = apart.source_system
        and stay.user_ref = apart.whom
        and stay.start_at <= utc_instant(event.occurred_at)
        and stay.end_at > utc_instant(event.occurred_at)
)
select
    placed.source_system,
    placed.whom                     as user_ref,
    person.user_id,
    person.kind,
    placed.belongs                  as account_ref,
    account.account_id,
    coalesce(placed.event_name, '') as event_name,
    day_number(placed.day)          as day_number,
    cast(sum(placed.event_count) as bigint) as events,
    max(placed.last_at)             as last_at
from placed
join fact.event_person as person
    on  person.source_system = placed.source_system
    and person.user_ref = placed.whom
left join fact.event_account as account
    on  account.source_system = placed.source_system
    and account.account_ref = placed.belongs
group by 1, 2, 3, 4, 5, 6, 7, 8
