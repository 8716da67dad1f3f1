/*---
fact:    acquisition_credit
title:   A channel gets credit for a customer
grain:   one account, one channel
columns:
  credit_id:  text
  account_id: text
  channel:    text
  credit:     number
reads:   [customer.acquisition_credit, fact.account]
caveats:
  - What nobody gets credit for is the channel unattributed, so that the credits of each account add
    up to one.
---*/
select
    id as credit_id,
    account_id,
    channel,
    cast(credit as decimal(18, 6)) as credit
from customer.acquisition_credit
union all
select
    cast(null as string) as credit_id,
    account.account_id,
    'unattributed' as channel,
    cast(1 - coalesce(sum(given.credit), 0) as decimal(18, 6)) as credit
from fact.account
left join customer.acquisition_credit as given
    on given.account_id = account.account_id
group by account.account_id
-- Three thirds of six decimals are not quite one.
having coalesce(sum(given.credit), 0) < 0.9999
