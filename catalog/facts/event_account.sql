/*---
fact:    event_account
title:   Which account an event means by a reference
grain:   one reference of one source
columns:
  source_system: text
  account_ref:   text
  account_id:    text
reads:   [fact.account_alias, customer.user_group, lake.event_day]
back:    0
caveats:
  - A reference such as ext:crm/A9 names the account of that source. Any other is the account that
    exactly one other source knows by it, else the own source's account, which a group call made.
  - A reference that names no account has none, and its events are orphans.
---*/
with sent as (
    select source_system, account_ref from lake.event_day where account_ref is not null
    union
    select source_system, account_ref from customer.user_group
),
elsewhere as (
    select sent.source_system, sent.account_ref, min(account.account_id) as account_id
    from sent
    join fact.account_alias as account
        on  account.source_id = sent.account_ref
        and account.source_system <> sent.source_system
    group by sent.source_system, sent.account_ref
    having count(distinct account.account_id) = 1
)
select
    sent.source_system,
    sent.account_ref,
    case
        when sent.account_ref like 'ext:_%/_%' then named.account_id
        else coalesce(elsewhere.account_id, own.account_id)
    end as account_id
from sent
left join elsewhere
    on  elsewhere.source_system = sent.source_system
    and elsewhere.account_ref = sent.account_ref
left join fact.account_alias as own
    on  own.source_system = sent.source_system
    and own.source_id = sent.account_ref
left join fact.account_alias as named
    on 'ext:' || named.source_system || '/' || named.source_id = sent.account_ref
