/*---
fact:    cac_account
title:   What winning an account has cost, as far as one can say
grain:   one account, one day that must be answerable
columns:
  account_id: text
  day_number: day
  amount:     fraction
  basis:      text
reads:   [fact.account, fact.acquisition_credit, fact.channel_day, fact.cac_group]
caveats:
  - It is the mean of its channels in the year before the day, as direct spend; where a channel has
    none, the blended cost of the company. The basis says which.
---*/
with mean as (
    select
        credit.account_id,
        channel.day_number,
        sum(rounded(
            as_double(channel.direct) * divided(credit.credit, channel.credit)
        )) as amount,
        sum(credit.credit) as credit
    from fact.acquisition_credit as credit
    join fact.channel_day as channel
        on  channel.channel = credit.channel
        and channel.credit > 0
        and channel.direct is not null
    where credit.credit_id is not null
    group by credit.account_id, channel.day_number
)
select
    account.account_id,
    spine.day_number,
    case
        when mean.credit >= 0.9999 then mean.amount
        else rounded(divided(cac_group.spend, cac_group.newcomers))
    end as amount,
    case when mean.credit >= 0.9999 then 'channel' else 'blended' end as basis
from spine
cross join fact.account
left join mean
    on  mean.account_id = account.account_id
    and mean.day_number = spine.day_number
left join fact.cac_group
    on  cac_group.day_number = spine.day_number
    and cac_group.entity_id = 'company'
where mean.credit >= 0.9999
or cac_group.spend is not null
