/*---
fact:    group_stay
title:   Which account a user says to belong to
grain:   one user of one source, for a while
columns:
  source_system: text
  user_ref:      text
  account_ref:   text
  start_at:      instant
  end_at:        instant
reads:   [customer.user_group, fact.identity]
caveats:
  - A group call holds until the user's next one that names another account. Before the first there is
    a stay without an account, so that every moment is in one.
  - Of two calls at the same moment, the one with the greater message id counts.
---*/
with called as (
    select
        call.source_system,
        coalesce(call.user_ref, identity.user_ref, call.anonymous_ref) as user_ref,
        call.account_ref,
        call.occurred_at,
        call.message_id
    from customer.user_group as call
    left join fact.identity
        on  identity.source_system = call.source_system
        and identity.anonymous_ref = call.anonymous_ref
),
ranked as (
    select
        called.*,
        row_number() over (
            partition by source_system, user_ref, occurred_at order by message_id desc
        ) as place
    from called
),
followed as (
    select
        source_system,
        user_ref,
        account_ref,
        occurred_at,
        lag(account_ref) over (
            partition by source_system, user_ref order by occurred_at
        ) as account_before
    from ranked
    where place = 1
)
select
    source_system,
    user_ref,
    account_ref,
    occurred_at as start_at,
    coalesce(
        lead(occurred_at) over (partition by source_system, user_ref order by occurred_at),
        utc_instant(timestamp '9999-12-31 00:00:00')
    ) as end_at
from followed
where account_before is null
or account_before <> account_ref
union all
select
    source_system,
    user_ref,
    cast(null as string)                            as account_ref,
    utc_instant(timestamp '0001-01-01 00:00:00') as start_at,
    min(occurred_at)                                as end_at
from called
group by source_system, user_ref
