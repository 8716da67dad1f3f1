/*---
fact:    commitment
title:   Recurring revenue that is agreed to begin or to end
grain:   one price period or contract, one way in which it changes what is committed
columns:
  account_id:   text
  currency:     text
  amount:       money
  kind:         text
  agreed_day:   day
  start_day:    day
  end_day:      day
  record_table: text
  record_id:    text
reads:   [fact.subscription, fact.contract, fact.successor, fact.notice]
caveats:
  - It counts from start_day until end_day, as far as it was agreed. signed has not begun yet; lost is
    still paid and will not be. Without a contract nobody knows when a subscription was agreed.
  - A price period takes the place of the one before in its subscription, or of those that end on the
    day on which it starts. A contract counts where no subscription of the account starts later.
---*/
with begun as (
    select
        account_id, currency, segment_id, start_day, mrr,
        min(segment_id) over (partition by account_id, currency, start_day) as first_id
    from fact.subscription
),
ended as (
    select account_id, currency, end_day, sum(mrr) as mrr
    from fact.subscription
    where end_day is not null
    group by account_id, currency, end_day
),
agreed as (
    select begun.segment_id, begun.start_day, max(contract.signed_day) as agreed_day
    from begun
    join fact.contract
        on  contract.account_id = begun.account_id
        and contract.start_day <= begun.start_day
        and contract.due_day > begun.start_day
    group by begun.segment_id, begun.start_day
),
step as (
    select
        begun.account_id, begun.currency, begun.segment_id, begun.start_day,
        agreed.agreed_day,
        begun.mrr - coalesce(ended.mrr, 0) as amount
    from begun
    left join agreed
        on  agreed.segment_id = begun.segment_id
        and agreed.start_day = begun.start_day
    -- Of several that start on one day the first takes the place of all that end.
    left join ended
        on  ended.account_id = begun.account_id
        and ended.currency = begun.currency
        and ended.end_day = begun.start_day
        and begun.segment_id = begun.first_id
),
followed as (
    select link.successor_id, sum(earlier.arr) as arr
    from fact.successor as link
    join fact.contract as earlier
        on earlier.contract_id = link.contract_id
    group by link.successor_id
)
select
    account_id, currency, cast(amount as decimal(18, 4)) as amount, 'signed' as kind, agreed_day,
    -2147483648 as start_day, start_day as end_day,
    'subscription_segment' as record_table, segment_id as record_id
from step
where amount <> 0
union all
select
    contract.account_id, contract.currency,
    cast(rounded(divided(contract.arr - coalesce(followed.arr, 0), 12)) as decimal(18, 4))
        as amount,
    'signed' as kind, contract.signed_day as agreed_day, contract.signed_day as start_day,
    contract.start_day as end_day, 'contract' as record_table, contract.contract_id as record_id
from fact.contract
left join followed
    on followed.successor_id = contract.contract_id
where contract.signed_day is not null
and not exists (
    select 1
    from fact.subscription
    where subscription.account_id = contract.account_id
    and subscription.start_day > contract.signed_day
)
union all
select
    subscription.account_id, subscription.currency,
    cast(-subscription.mrr as decimal(18, 4)) as amount, 'lost' as kind,
    notice.start_day as agreed_day,
    greatest(notice.start_day, subscription.start_day) as start_day,
    least(notice.end_day, coalesce(subscription.end_day, 2147483647)) as end_day,
    'subscription_segment' as record_table, subscription.segment_id as record_id
from fact.notice
join fact.subscription
    on  subscription.account_id = notice.account_id
    and subscription.source_system = notice.source_system
    and subscription.subscription_id = notice.subscription_id
    and subscription.start_day < notice.end_day
    and coalesce(subscription.end_day, 2147483647) > notice.start_day
    and subscription.mrr > 0
union all
select
    contract.account_id, contract.currency,
    cast(-rounded(divided(contract.arr, 12)) as decimal(18, 4)) as amount, 'lost' as kind,
    notice.start_day as agreed_day, notice.start_day, notice.end_day,
    'contract' as record_table, contract.contract_id as record_id
from fact.notice
join fact.contract
    on contract.contract_id = notice.contract_id
where not exists (
    select 1
    from fact.notice as other
    where other.account_id = notice.account_id
    and other.subscription_id is not null
    and other.start_day <= notice.end_day
    and other.end_day >= notice.start_day
)
