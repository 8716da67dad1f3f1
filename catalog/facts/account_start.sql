/*---
fact:    account_start
title:   The day an account began with us
grain:   one account whose beginning is known
columns:
  account_id: text
  day_number: day
reads:   [fact.account, fact.contract]
caveats:
  - The start of its first contract. Where no contract is recorded, the day it became a customer.
---*/
select
    account.account_id,
    coalesce(min(contract.start_day), account.customer_since_day) as day_number
from fact.account
left join fact.contract
    on contract.account_id = account.account_id
group by account.account_id, account.customer_since_day
having coalesce(min(contract.start_day), account.customer_since_day) is not null
