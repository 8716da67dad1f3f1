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
reads:   [fact.subscription, fact.bridge]
caveats:
  - Days without revenue have no row.
  - In a bridged gap mrr is zero, and bridged_mrr holds what counts from bridge_known_day on.
---*/
with stretch as (
    select
        account_id, currency, start_day, end_day, mrr,
        cast(0 as decimal(18, 4)) as bridged_mrr
    from fact.subscription
    where mrr > 0
    union all
    select
        account_id, currency, start_day, end_day,
        cast(0 as decimal(18, 4)) as mrr,
        mrr as bridged_mrr
    from fact.bridge
)
select
    stretch.account_id,
    stretch.currency,
    spine.day_number,
    cast(sum(stretch.mrr) as decimal(18, 4))         as mrr,
    cast(sum(stretch.bridged_mrr) as decimal(18, 4)) as bridged_mrr,
    max(case when stretch.bridged_mrr > 0 then stretch.end_day end) as bridge_known_day
from spine
join stretch
    on  stretch.start_day <= spine.day_number
    and (stretch.end_day is null or stretch.end_day > spine.day_number)
group by stretch.account_id, stretch.currency, spine.day_number
