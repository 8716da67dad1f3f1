/*---
fact:    mrr_day
title:   An account's recurring revenue at the close of a day
grain:   one account, one currency, one day that must be answerable
columns:
  account_id:       text
  currency:         text
  day_number:       day
  mrr:              money
  bridged_mrr:      money
  bridge_known_day: day
reads:   [fact.mrr_part]
caveats:
  - Days without revenue have no row.
  - In a bridged gap mrr is zero, and bridged_mrr holds what counts from bridge_known_day on.
---*/
select
    part.account_id,
    part.currency,
    spine.day_number,
    cast(sum(case when part.known_day is null then part.mrr else 0 end) as decimal(18, 4)) as mrr,
    cast(sum(case when part.known_day is null then 0 else part.mrr end) as decimal(18, 4))
        as bridged_mrr,
    max(part.known_day) as bridge_known_day
from spine
join fact.mrr_part as part
    on  part.start_day <= spine.day_number
    and (part.end_day is null or part.end_day > spine.day_number)
group by part.account_id, part.currency, spine.day_number
