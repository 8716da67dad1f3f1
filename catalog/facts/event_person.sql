/*---
fact:    event_person
title:   Whom an event means by a reference
grain:   one reference of one source
columns:
  source_system: text
  user_ref:      text
  user_id:       text
  kind:          text
reads:   [lake.event_day, fact.identity, fact.person]
back:    0
caveats:
  - The same rule as for accounts, and who is merged into another is that other. Whom no source knows
    has the reference for an id, and counts as a customer.
---*/
with sent as (
    select distinct
        day.source_system,
        coalesce(day.user_ref, identity.user_ref, day.anonymous_ref) as user_ref
    from lake.event_day as day
    left join fact.identity
        on  identity.source_system = day.source_system
        and identity.anonymous_ref = day.anonymous_ref
),
elsewhere as (
    select sent.source_system, sent.user_ref, min(person.alias_id) as alias_id
    from sent
    join fact.person
        on  person.source_id = sent.user_ref
        and person.source_system <> sent.source_system
    group by sent.source_system, sent.user_ref
    having count(*) = 1
),
meant as (
    select
        sent.source_system,
        sent.user_ref,
        case
            when sent.user_ref like 'ext:_%/_%' then named.alias_id
            else coalesce(elsewhere.alias_id, own.alias_id)
        end as alias_id,
        case
            when sent.user_ref like 'ext:_%/_%' then sent.user_ref
            else 'ext:' || sent.source_system || '/' || sent.user_ref
        end as unknown_id
    from sent
    left join elsewhere
        on  elsewhere.source_system = sent.source_system
        and elsewhere.user_ref = sent.user_ref
    left join fact.person as own
        on  own.source_system = sent.source_system
        and own.source_id = sent.user_ref
    left join fact.person as named
        on 'ext:' || named.source_system || '/' || named.source_id = sent.user_ref
)
select
    meant.source_system,
    meant.user_ref,
    coalesce(person.person_id, meant.unknown_id) as user_id,
    coalesce(person.kind, 'customer')            as kind
from meant
left join fact.person
    on person.alias_id = meant.alias_id
