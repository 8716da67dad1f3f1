/*---
fact:    score_day
title:   What was published about an account's health on a day
grain:   one account, one day that must be answerable
columns:
  account_id: text
  day_number: day
  published:  number
reads:   [ledger.score]
caveats:
  - A closed day is as its youngest model judged it; the present day is as it stands.
  - Without a score, because too little was known, published is empty.
---*/
select
    score.account_id,
    day_number(score.day)                     as day_number,
    cast(score.published as decimal(18, 6))   as published
from ledger.score
join spine
    on spine.day_number = day_number(score.day)
