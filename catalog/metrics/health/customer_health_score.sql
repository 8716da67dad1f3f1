/*---
metric:   customer_health_score
title:    Customer health score
question: How well does the customer do, by everything that we know?
kind:     ratio
unit:     points
better:   higher
per:      [account, segment, csm, company]
window:   instant
reads:    [fact.score_day, fact.mrr_day, fact.fx_day]
sources:  []
absent:   no data
bounds:   [0, 100]
components: [headline, mean, mrr_weighted]
tags:     [health]
owner:    customer-success
version:  1
meaning: |
  The score that was published for the day, from 0 to 100. It is taken from the ledger and not
  computed again: a closed day stays as people saw it. A group has two figures: each account counts
  once in the mean, and by its recurring revenue in mrr_weighted, which is pulled down by one large
  account in trouble.
caveats:
  - Only customers are scored. Who is grey, because too little is known, has no value.
  - The mean is the headline of a group; what both leave out is said by the numbers beside them.
  - Why a score is what it is stands on the page of the account.
related:  [mrr, gross_revenue_retention]
---*/
with told as (
    select
        period.id as period_id,
        score_day.account_id,
        score_day.published,
        sum(mrr_known(
            mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day
        ) * fx_day.rate) as mrr,
        bool_or(mrr_day.account_id is not null and fx_day.rate is null) as lacks_rate
    from period
    join fact.score_day
        on score_day.day_number = period.as_of_day
    left join fact.mrr_day
        on  mrr_day.account_id = score_day.account_id
        and mrr_day.day_number = period.as_of_day
    left join fact.fx_day
        on  fx_day.currency = mrr_day.currency
        and fx_day.day_number = period.as_of_day
    group by period.id, score_day.account_id, score_day.published
),
weighed as (
    select
        told.*,
        line.component,
        case
            when told.published is null then 0
            when line.component = 'mrr_weighted' then coalesce(told.mrr, 0)
            else 1
        end as weight
    from told
    cross join (values (''), ('mean'), ('mrr_weighted')) as line(component)
)
select
    period_id,
    account_id,
    component,
    cast(coalesce(published, 0) * weight as decimal(38, 10)) as numerator,
    cast(weight as decimal(38, 10))                          as denominator,
    case
        when published is null then 'INSUFFICIENT_COVERAGE'
        when component = 'mrr_weighted' and lacks_rate then 'SOURCE_MISSING'
    end as status
from weighed

--- rows: the published scores, each account once
select
    period.id as period_id,
    score_day.account_id,
    side.part,
    case when side.part = 'numerator' then score_day.published else 1 end as amount,
    score_day.day_number,
    'published' as label
from period
join fact.score_day
    on score_day.day_number = period.as_of_day
cross join (values ('numerator'), ('denominator')) as side(part)
where score_day.published is not null

/*---
examples:
  - name: a large account in trouble weighs by its revenue, and both figures are told
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        ember      | true
      fact.score_day: |
        account_id | day_number | published
        acorn      | 2025-03-31 | 69.3
        cobalt     | 2025-03-31 | 80
        ember      | 2025-03-31 | 40
      fact.mrr_day: |
        account_id | currency | day_number | mrr  | bridged_mrr
        acorn      | USD      | 2025-03-31 | 1000 | 0
        cobalt     | USD      | 2025-03-31 | 500  | 0
        ember      | USD      | 2025-03-31 | 3500 | 0
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | component    | value
      acorn  |              | 69.3
      (all)  |              | 63.1
      (all)  | mean         | 63.1
      (all)  | mrr_weighted | 49.86

  - name: who is grey lowers nobody's mean
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        dovetail   | true
      fact.score_day: |
        account_id | day_number | published
        acorn      | 2025-03-31 | 50
        dovetail   | 2025-03-31 |
      fact.mrr_day: |
        account_id | currency | day_number | mrr
      fact.fx_day: |
        currency | day_number | rate
    expect: |
      entity   | component | value | status
      acorn    |           | 50    | OK
      dovetail |           |       | INSUFFICIENT_COVERAGE
      (all)    |           | 50    | OK
---*/
