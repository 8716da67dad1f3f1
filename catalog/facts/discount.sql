/*---
fact:    discount
title:   How long the discount of a price period was in force
grain:   one price period with a discount
columns:
  segment_id: text
  start_day:  day
  end_day:    day
  is_forever: flag
reads:   [customer.subscription_segment]
caveats:
  - A discount lasts over all periods of the subscription that follow one another with one, whatever
    else changes in between.
  - It is forever where no period at the full price follows.
---*/
with segment as (
    select
        id as segment_id,
        source_system,
        subscription_id,
        day_number(start_date) as start_day,
        day_number(end_date)   as end_day,
        pct_discount > 0 or fixed_discount > 0 as is_discounted
    from customer.subscription_segment
    where kind = 'recurring'
    and (end_date is null or end_date > start_date)
),
discounted as (
    select
        segment.*,
        case
            when lag(end_day) over (
                partition by source_system, subscription_id order by start_day
            ) = start_day then 0
            else 1
        end as begins
    from segment
    where is_discounted
),
spell as (
    select
        discounted.*,
        sum(begins) over (
            partition by source_system, subscription_id order by start_day
        ) as spell
    from discounted
),
span as (
    select
        segment_id,
        source_system,
        subscription_id,
        min(start_day) over (partition by source_system, subscription_id, spell) as start_day,
        max(coalesce(end_day, 2147483647)) over (
            partition by source_system, subscription_id, spell
        ) as end_day
    from spell
)
select
    span.segment_id,
    span.start_day,
    span.end_day,
    not exists (
        select 1
        from segment as next
        where next.source_system = span.source_system
        and next.subscription_id = span.subscription_id
        and next.start_day = span.end_day
        and not next.is_discounted
    ) as is_forever
from span
