/*---
fact:    renewed
title:   What a contract was renewed for
grain:   one contract that fell due and one contract that carries it on
columns:
  contract_id:  text
  successor_id: text
  currency:     text
  arr:          money
  known_day:    day
  void_day:     day
reads:   [fact.contract, fact.successor, fact.notice]
caveats:
  - Only what was signed before the grace after the due date was over.
  - Without a successor on record, a contract called renewed and one that renews itself without a
    notice are renewed for what they were worth, the latter on the due day.
  - It counts from known_day until void_day. A successor takes the place of what was renewed without
    one. What has renewed itself on the due day stays so, whatever is said or signed too late.
  - Links and dates win over the word that the record has for the outcome.
  - A contract decided lost is a notice for itself alone; a request to cancel is the account's.
---*/
with judged as (
    select
        contract.*,
        contract.auto_renews
            and (contract.outcome <> 'lost' or contract.decided_day > contract.due_day)
            and not exists (
                select 1
                from fact.notice
                where notice.account_id = contract.account_id
                and notice.contract_id is null
                and notice.start_day <= contract.due_day
                and notice.end_day >= contract.due_day
            ) as renews_itself,
        case
            when contract.outcome = 'renewed' then coalesce(contract.decided_day, contract.due_day)
        end as word_day
    from fact.contract
),
own as (
    select
        judged.*,
        least(
            case when renews_itself then due_day end,
            case when word_day <= due_day + renewal_grace_days() then word_day end
        ) as known_day
    from judged
)
select
    successor.contract_id,
    successor.successor_id,
    successor.currency,
    successor.arr,
    successor.signed_day as known_day,
    cast(null as integer) as void_day
from fact.successor
join fact.contract
    on contract.contract_id = successor.contract_id
where successor.signed_day <= contract.due_day + renewal_grace_days()
union all
select
    own.contract_id,
    own.contract_id as successor_id,
    own.currency,
    own.arr,
    own.known_day,
    (
        select min(successor.signed_day)
        from fact.successor
        where successor.contract_id = own.contract_id
        and (not own.renews_itself or successor.signed_day <= own.due_day + renewal_grace_days())
    ) as void_day
from own
where own.known_day is not null
