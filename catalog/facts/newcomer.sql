/*---
fact:    newcomer
title:   A logo paid for the first time
grain:   one account
columns:
  account_id: text
  day_number: day
reads:   [fact.account, fact.mrr_move]
---*/
select
    mrr_move.account_id,
    min(mrr_move.day_number) as day_number
from fact.mrr_move
join fact.account
    on  account.account_id = mrr_move.account_id
    and account.counts_as_logo
where mrr_move.kind = 'new'
group by mrr_move.account_id
