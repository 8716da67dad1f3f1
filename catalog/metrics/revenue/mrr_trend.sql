/*---
metric:   mrr_trend
title:    MRR against 90 days before
question: How does an account's recurring revenue compare with that of 90 days ago?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   90 days fixed
reads:    [fact.mrr_day, fact.fx_day]
rows_read: [fact.mrr_part]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1e9]
tags:     [financial]
owner:    revenue-operations
version:  2
meaning: |
  1.00 is unchanged, 1.20 a fifth more, 0.50 a half. Both ends are taken at the earlier rate, so
  exchange rates cannot pass for growth.
caveats:
  - An account that paid nothing 90 days ago has no trend, rather than an endless one.
related:  [mrr, net_revenue_retention]
---*/
with amount as (
    select
        period.id as period_id,
        mrr_day.account_id,
        mrr_day.day_number = period.as_of_day as is_closing,
        mrr_known(mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day)
            * coalesce(fx_day.rate, 0) as mrr,
        case when fx_day.rate is null then 'SOURCE_MISSING' end as status
    from period
    join fact.mrr_day
        on mrr_day.day_number in (period.as_of_day, period.start_day - 1)
    left join fact.fx_day
        on  fx_day.currency = mrr_day.currency
        and fx_day.day_number = period.start_day - 1
),
ends as (
    select
        period_id,
        account_id,
        sum(case when is_closing then mrr else 0 end)     as closing,
        sum(case when not is_closing then mrr else 0 end) as opening,
        max(status) as status
    from amount
    group by period_id, account_id
)
select
    period_id,
    account_id,
    cast(closing as decimal(38, 10)) as numerator,
    cast(opening as decimal(38, 10)) as denominator,
    status
from ends
where opening > 0
or status is not null

--- rows: the price periods of both ends
select
    period.id as period_id,
    part.account_id,
    side.part,
    part.mrr * fx_day.rate as amount,
    'subscription_segment' as record_table,
    part.segment_id as record_id,
    concat_ws(' ', part.plan, part.mrr, part.currency, side.words) as label
from period
cross join (values ('numerator', 'at the close'), ('denominator', 'at the opening'))
    as side(part, words)
join fact.mrr_part as part
    on  part.start_day <= case
        when side.part = 'numerator' then period.as_of_day
        else period.start_day - 1
    end
    and coalesce(part.end_day, 2147483647) > case
        when side.part = 'numerator' then period.as_of_day
        else period.start_day - 1
    end
    and (part.known_day is null or part.known_day <= period.known_day)
join fact.fx_day
    on  fx_day.currency = part.currency
    and fx_day.day_number = period.start_day - 1
-- Who paid nothing at the opening is no part of the trend.
where exists (
    select 1
    from fact.mrr_part as opening
    where opening.account_id = part.account_id
    and opening.start_day < period.start_day
    and coalesce(opening.end_day, 2147483647) >= period.start_day
    and (opening.known_day is null or opening.known_day <= period.known_day)
)

/*---
examples:
  - name: groups compare their sums, so a newcomer does not count as growth
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2024-12-31 | 1000
        acorn      | USD      | 2025-03-31 | 1200
        cobalt     | USD      | 2024-12-31 | 400
        cobalt     | USD      | 2025-03-31 | 200
        dovetail   | USD      | 2025-03-31 | 700
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity   | value | status
      acorn    | 1.2   | OK
      cobalt   | 0.5   | OK
      dovetail |       | ZERO_DENOMINATOR
      (all)    | 1.0   | OK

  - name: all is lost
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        ember      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        ember      | USD      | 2024-12-31 | 500
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity | value
      ember  | 0
---*/
