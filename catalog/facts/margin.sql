/*---
fact:    margin
title:   What is left of a segment's revenue after serving it
grain:   one segment, for a while
columns:
  segment:   text
  rate:      fraction
  start_day: day
  end_day:   day
reads:   [customer.gross_margin]
---*/
select
    segment,
    cast(rate as decimal(38, 12)) as rate,
    day_number(valid_from) as start_day,
    lead(day_number(valid_from)) over (partition by segment order by valid_from) as end_day
from customer.gross_margin
