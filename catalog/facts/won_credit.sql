/*---
fact:    won_credit
title:   A channel gets credit for a customer who paid for the first time
grain:   one new customer, one channel
columns:
  account_id: text
  day_number: day
  channel:    text
  credit:     number
reads:   [fact.newcomer, fact.acquisition_credit]
---*/
select
    newcomer.account_id,
    newcomer.day_number,
    credit.channel,
    credit.credit
from fact.newcomer
join fact.acquisition_credit as credit
    on credit.account_id = newcomer.account_id
