/*---
fact:    fx_day
title:   What a currency is worth on a day
grain:   one currency, one day that must be answerable
columns:
  currency:   text
  day_number: day
  rate:       rate
reads:   [customer.fx_rate]
caveats:
  - A missing day takes the last rate of the seven days before. Older than that there is no row, and
    what needs one has no value. It is never taken to be 1.
---*/
select
    reporting_currency()          as currency,
    spine.day_number,
    cast(1 as decimal(18, 10))    as rate
from spine
union all
select currency, day_number, rate
from (
    select
        quote.ccy               as currency,
        spine.day_number,
        quote.rate_to_reporting as rate,
        row_number() over (
            partition by quote.ccy, spine.day_number
            order by quote.rate_date desc, quote.source_system
        ) as nearest
    from customer.fx_rate as quote
    join spine
        on  day_number(quote.rate_date) <= spine.day_number
        and day_number(quote.rate_date) >= spine.day_number - 7
    where quote.ccy <> reporting_currency()
) as dated
where nearest = 1
