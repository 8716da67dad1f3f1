/*---
fact:    channel_day
title:   What a channel cost and won in the year before a day
grain:   one channel, one day that must be answerable
columns:
  channel:    text
  day_number: day
  spend:      fraction
  direct:     fraction
  credit:     number
reads:   [fact.acquisition_cost, fact.acquisition_credit, fact.newcomer, fact.fx_day]
caveats:
  - Amounts are in the reporting currency, at the rate of the day. Without a rate there are none.
---*/
with cost as (
    select
        spine.day_number,
        cost.channel,
        -- One cost without a rate leaves the sum unknown.
        case when bool_or(fx_day.rate is null) then null else
            sum(cost.amount * fx_day.rate) end as spend,
        case when bool_or(fx_day.rate is null) then null else
            sum(case when is_direct then cost.amount * fx_day.rate else 0 end) end as direct
    from spine
    join fact.acquisition_cost as cost
        on  cost.day_number > spine.day_number - 365
        and cost.day_number <= spine.day_number
    left join fact.fx_day
        on  fx_day.currency = cost.currency
        and fx_day.day_number = spine.day_number
    group by spine.day_number, cost.channel
),
won as (
    select spine.day_number, credit.channel, sum(credit.credit) as credit
    from spine
    join fact.newcomer
        on  newcomer.day_number > spine.day_number - 365
        and newcomer.day_number <= spine.day_number
    join fact.acquisition_credit as credit
        on credit.account_id = newcomer.account_id
    group by spine.day_number, credit.channel
)
select
    coalesce(cost.channel, won.channel)       as channel,
    coalesce(cost.day_number, won.day_number) as day_number,
    case when cost.channel is null then 0 else cost.spend end  as spend,
    case when cost.channel is null then 0 else cost.direct end as direct,
    cast(coalesce(won.credit, 0) as decimal(18, 6)) as credit
from cost
full join won
    on  won.day_number = cost.day_number
    and won.channel = cost.channel
