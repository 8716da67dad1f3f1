/*---
fact:    retained
title:   What an account paid when a period opened, and what of it there is at the close
grain:   one account, one period that is asked about
per:     period
columns:
  period_id:   count
  account_id:  text
  opening:     money
  closing:     money
  raised:      money
  status:      text
  provisional: flag
reads:   [fact.mrr_day, fact.mrr_move, fact.fx_day]
caveats:
  - Only who paid at the opening, or took over from another, is in it. Both ends are at the rate of
    the opening.
  - What was handed over to another account is neither lost by the one nor gained by the other.
  - Raised is what rose by agreement or habit, that is for escalator, price and discount_expired.
---*/
with ends as (
    select
        period.id as period_id,
        mrr_day.account_id,
        sum(case
            when mrr_day.day_number = period.start_day - 1
                then mrr_known(mrr, bridged_mrr, bridge_known_day, period.known_day)
                    * coalesce(fx_day.rate, 0)
            else 0
        end) as opening,
        sum(case
            when mrr_day.day_number = period.end_day - 1
                then mrr_known(mrr, bridged_mrr, bridge_known_day, period.known_day)
                    * coalesce(fx_day.rate, 0)
            else 0
        end) as closing,
        max(case when mrr_day.day_number = period.start_day - 1 then 1 else 0 end) as opens,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join fact.mrr_day
        on  mrr_day.day_number in (period.start_day - 1, period.end_day - 1)
        and (mrr_day.mrr > 0 or mrr_day.bridge_known_day <= period.known_day)
    left join fact.fx_day
        on  fx_day.currency = mrr_day.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, mrr_day.account_id
),
moved as (
    select
        period.id as period_id,
        mrr_move.account_id,
        sum(case when kind = 'transfer' then amount * fx_day.rate else 0 end) as handed,
        sum(case
            when kind = 'expansion' and reason in ('escalator', 'price', 'discount_expired')
                then amount * fx_day.rate
            else 0
        end) as raised,
        max(case when kind = 'transfer' and amount > 0 then 1 else 0 end) as receives,
        max(case when kind = 'churn' and settles_day > period.known_day then 1 else 0 end) as open
    from period
    join fact.mrr_move
        on  mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
        and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
    join fact.fx_day
        on  fx_day.currency = mrr_move.currency
        and fx_day.day_number = period.start_day - 1
    group by period.id, mrr_move.account_id
)
select
    coalesce(ends.period_id, moved.period_id)   as period_id,
    coalesce(ends.account_id, moved.account_id) as account_id,
    coalesce(ends.opening, 0) as opening,
    coalesce(ends.closing, 0) - coalesce(moved.handed, 0) as closing,
    coalesce(moved.raised, 0) as raised,
    ends.status,
    coalesce(moved.open, 0) = 1 as provisional
from ends
full join moved
    on  moved.period_id = ends.period_id
    and moved.account_id = ends.account_id
where ends.opens = 1
or moved.receives = 1
