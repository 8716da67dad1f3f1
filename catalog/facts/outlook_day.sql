/*---
fact:    outlook_day
title:   What an account has brought, and what its future is reckoned from
grain:   one account that has brought something, one day that must be answerable
columns:
  account_id:   text
  day_number:   day
  historic:     fraction
  margin:       fraction
  worth_months: fraction
  ended:        count
  cac:          fraction
  basis:        text
  status:       text
reads:   [fact.recognised, fact.margin_day, fact.hazard_day, fact.cac_account, fact.fx_day]
caveats:
  - historic is recurring revenue up to the day, in the reporting currency, at the gross margin.
  - worth_months is how many times today's monthly revenue may be expected again within the horizon, after
    the churn of the segment and the discount. Where nobody left it is the whole horizon.
  - ended is how many of the segment have left, on whom the months rest.
---*/
with brought as (
    select
        spine.day_number,
        recognised.account_id,
        -- A year's worth, so that nothing is rounded before it is added.
        sum(
            coalesce(fx_day.rate, 0.0) * cast(coalesce(
                recognised.amount * 365,
                recognised.monthly * (
                    least(coalesce(recognised.end_day, 2147483647), spine.day_number + 1)
                    - recognised.start_day
                ) * 12
            ) as decimal(18, 4))
        ) as amount,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from spine
    join fact.recognised
        on recognised.start_day <= spine.day_number
    left join fact.fx_day
        on  fx_day.currency = recognised.currency
        and fx_day.day_number = spine.day_number
    group by spine.day_number, recognised.account_id
),
hazard as (
    select
        hazard_day.*,
        -- What is left of a month's revenue a month later, after churn and discount.
        divided(
            1 - least(divided(ended * 365, days * 12), 1),
            raised(1 + lifetime_discount_rate(), divided(1, 12))
        ) as keeps
    from fact.hazard_day
)
select
    brought.account_id,
    brought.day_number,
    rounded(divided(brought.amount, 365) * as_double(margin_day.rate)) as historic,
    margin_day.rate as margin,
    rounded(case
        when keeps >= 1 then customer_lifetime_months()
        else divided(keeps * (1 - raised(keeps, customer_lifetime_months())), 1 - keeps)
    end) as worth_months,
    hazard.ended,
    cac_account.amount as cac,
    cac_account.basis,
    brought.status
from brought
join fact.margin_day
    on  margin_day.account_id = brought.account_id
    and margin_day.day_number = brought.day_number
left join hazard
    on  hazard.entity_id = coalesce(margin_day.segment, 'company')
    and hazard.day_number = brought.day_number
left join fact.cac_account
    on  cac_account.account_id = brought.account_id
    and cac_account.day_number = brought.day_number
