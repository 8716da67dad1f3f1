/*---
fact:    subscription
title:   A stretch of recurring revenue at one price
grain:   one price period of one subscription, or a part of it where dunning begins or ends
columns:
  segment_id:      text
  source_system:   text
  subscription_id: text
  account_id:      text
  currency:        text
  plan:            text
  mrr:             money
  list_mrr:        money
  state:           text
  start_day:       day
  end_day:         day
  reason_start:    text
  reason_end:      text
reads:   [customer.subscription_segment, fact.discount, fact.dunning]
caveats:
  - Trials, free plans, metered and one-off amounts are not in it.
  - The states are active, past_due, paused, unpaid and dunned. Paused, unpaid and dunned stretches
    are there with an MRR of zero. Past due counts until the account's oldest open invoice is too
    old; from then on it is dunned.
  - Discounts are deducted as the workspace's policy says. list_mrr is the amount without them.
  - A stretch that ends on the day it starts was never alive.
---*/
with segment as (
    select
        segment.id as segment_id,
        segment.source_system,
        segment.subscription_id,
        segment.account_id,
        segment.ccy as currency,
        segment.plan,
        segment.state,
        case
            when discount.segment_id is null            then segment.monthly_amount
            when discount_policy() = 'GROSS'            then segment.monthly_list
            when discount_policy() = 'FOREVER_ONLY' and not discount.is_forever
                then segment.monthly_list
            when discount_policy() = 'NET_ALL'
                and discount.end_day - discount.start_day <= short_discount_days()
                then segment.monthly_list
            else segment.monthly_amount
        end as mrr,
        coalesce(segment.monthly_list, segment.monthly_amount) as list_mrr,
        day_number(segment.start_date) as start_day,
        day_number(segment.end_date)   as end_day,
        segment.reason_start,
        segment.reason_end
    from customer.subscription_segment as segment
    left join fact.discount
        on discount.segment_id = segment.id
    where segment.kind = 'recurring'
    and (segment.end_date is null or segment.end_date > segment.start_date)
),
cut as (
    select segment_id, start_day from segment
    union
    select segment.segment_id, dunning.start_day
    from segment
    join fact.dunning
        on  dunning.account_id = segment.account_id
        and dunning.start_day > segment.start_day
        and dunning.start_day < coalesce(segment.end_day, 2147483647)
    where segment.state = 'past_due'
    union
    select segment.segment_id, dunning.end_day
    from segment
    join fact.dunning
        on  dunning.account_id = segment.account_id
        and dunning.end_day > segment.start_day
        and dunning.end_day < coalesce(segment.end_day, 2147483647)
    where segment.state = 'past_due'
),
piece as (
    select
        segment_id,
        start_day,
        lead(start_day) over (partition by segment_id order by start_day) as next_day
    from cut
),
named as (
    select
        segment.*,
        piece.start_day as piece_start,
        coalesce(piece.next_day, segment.end_day) as piece_end,
        case
            when segment.state = 'past_due' and exists (
                select 1
                from fact.dunning
                where dunning.account_id = segment.account_id
                and dunning.start_day <= piece.start_day
                and dunning.end_day > piece.start_day
            ) then 'dunned'
            else coalesce(segment.state, 'active')
        end as piece_state
    from segment
    join piece
        on piece.segment_id = segment.segment_id
)
select
    segment_id,
    source_system,
    subscription_id,
    account_id,
    currency,
    plan,
    case
        when piece_state in ('paused', 'unpaid', 'dunned') then cast(0 as decimal(18, 4))
        else cast(coalesce(mrr, list_mrr) as decimal(18, 4))
    end as mrr,
    cast(list_mrr as decimal(18, 4)) as list_mrr,
    piece_state as state,
    piece_start as start_day,
    piece_end   as end_day,
    case when piece_start = start_day then reason_start end as reason_start,
    case when piece_end = end_day then reason_end end       as reason_end
from named
