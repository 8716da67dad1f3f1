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
reads:   [fact.contract, fact.successor, fact.notice]
caveats:
  - Only what was signed before the grace after the due date was over.
  - Without a successor on record, a contract called renewed and one that renews itself without a
    notice are renewed for what they were worth, the latter on the due day.
  - Links and dates win over the word that the record has for the outcome.
---*/
select
    successor.contract_id,
    successor.successor_id,
    successor.currency,
    successor.arr,
    successor.signed_day as known_day
from fact.successor
join fact.contract
    on contract.contract_id = successor.contract_id
where successor.signed_day <= contract.due_day + renewal_grace_days()
union all
select
    contract.contract_id,
    contract.contract_id as successor_id,
    contract.currency,
    contract.arr,
    case
        when contract.outcome = 'renewed' then coalesce(contract.decided_day, contract.due_day)
        else contract.due_day
    end as known_day
from fact.contract
where not exists (
    select 1
    from fact.successor
    where successor.contract_id = contract.contract_id
)
and (
    (
        contract.outcome = 'renewed'
        and coalesce(contract.decided_day, contract.due_day)
            <= contract.due_day + renewal_grace_days()
    )
    or (
        contract.outcome = 'pending'
        and contract.auto_renews
        and not exists (
            select 1
            from fact.notice
            where notice.account_id = contract.account_id
            and notice.start_day <= contract.due_day
            and notice.end_day >= contract.due_day
        )
    )
)
