/*---
fact:    successor
title:   A contract carries on a part of another
grain:   one contract and one of those that it renews
columns:
  contract_id:  text
  successor_id: text
  account_id:   text
  currency:     text
  arr:          money
  signed_day:   day
  start_day:    day
reads:   [customer.contract, fact.contract]
caveats:
  - A contract that renews several is shared out in proportion to what they were worth, to the last
    hundredth of a cent; several that renew one each count in full.
  - One that nobody says was signed counts as signed on its first day.
---*/
with link as (
    select
        earlier.contract_id,
        earlier.arr as weight,
        later.id    as successor_id,
        later.account_id,
        later.ccy   as currency,
        cast(later.arr * 10000 as decimal(19, 0)) as arr,
        coalesce(day_number(later.signed_on), day_number(later.start_date)) as signed_day,
        day_number(later.start_date) as start_day
    from customer.contract as later
    join fact.contract as earlier
        on ';' || later.renewed_from_contract_id || ';' like '%;' || earlier.contract_id || ';%'
),
weighed as (
    select
        link.*,
        cast(10000 * sum(weight) over (partition by successor_id) as decimal(19, 0)) as total,
        cast(10000 * sum(weight) over (
            partition by successor_id order by contract_id
        ) as decimal(19, 0)) as reached,
        cast(10000 * weight as decimal(19, 0)) as own,
        row_number() over (partition by successor_id order by contract_id) as place
    from link
)
select
    contract_id,
    successor_id,
    account_id,
    currency,
    cast(
        case
            -- Nothing to weigh by: the first has it all.
            when total = 0 then case when place = 1 then arr else 0 end
            else whole(arr * reached, total)
                - whole(arr * cast(reached - own as decimal(19, 0)), total)
        end * 0.0001 as decimal(18, 4)
    ) as arr,
    signed_day,
    start_day
from weighed
