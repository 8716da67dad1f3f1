/*---
fact:    renewal_day
title:   An account's next renewal, as a day sees it
grain:   one account, one day that must be answerable
columns:
  account_id: text
  day_number: day
  due_day:    day
reads:   [fact.contract]
caveats:
  - It is that of the next contract due without a signed successor that nobody has decided.
  - One that is past due stays, unless a later contract of the account has begun.
---*/
select
    contract.account_id,
    spine.day_number,
    min(contract.due_day) as due_day
from spine
join fact.contract
    on contract.start_day <= spine.day_number
where (
    contract.successor_signed_day is null
    or contract.successor_signed_day > spine.day_number
)
and (contract.outcome = 'pending' or contract.decided_day > spine.day_number)
and (
    contract.due_day >= spine.day_number
    or not exists (
        select 1
        from fact.contract as later
        where later.account_id = contract.account_id
        and later.start_day > contract.start_day
        and later.start_day <= spine.day_number
    )
)
group by contract.account_id, spine.day_number
