/*---
metric:   renewal_quota_attainment
title:    Renewals over quota
question: How much of the quota of renewals was brought in?
kind:     ratio
unit:     fraction
better:   higher
per:      [csm, company]
window:   period quarter
reads:    [fact.renewal, fact.renewed, fact.quota, fact.fx_day]
sources:  [contract, quota]
absent:   zero denominator
bounds:   [0, 1e9]
members:  dated
tags:     [team]
owner:    revenue-operations
version:  1
meaning: |
  The yearly value for which contracts due in the quarter were renewed, growth included, over what was
  to be renewed.
caveats:
  - A renewal counts for who looked after the account on the day it was due.
  - A team has the quotas of its members on the first day of the quarter, the company has all.
  - Without a quota there is no value.
  - Contracts and quotas are at the exchange rate of the opening.
related:  [quarterly_gross_renewal_rate, net_renewal_rate]
---*/
--- groups: a renewal belongs to whom the account belonged to on the day it was due
with due as (
    select
        period.id as period_id,
        member.entity_id,
        renewed.arr * coalesce(fx_day.rate, 0) as amount,
        case when fx_day.rate is null then 'SOURCE_MISSING' end as status
    from period
    join fact.renewal
        on  renewal.due_day >= period.start_day
        and renewal.due_day <  period.end_day
    join fact.renewed
        on  renewed.contract_id = renewal.contract_id
        and renewed.known_day <= period.known_day
        and coalesce(renewed.void_day, 2147483647) > period.known_day
    join member
        on  member.period_id = period.id
        and member.account_id = renewal.account_id
        and member.start_day <= renewal.due_day
        and (member.end_day is null or member.end_day > renewal.due_day)
    left join fact.fx_day
        on  fx_day.currency = renewed.currency
        and fx_day.day_number = period.start_day - 1
),
target as (
    select
        period.id as period_id,
        quota.entity_id,
        quota.amount * coalesce(fx_day.rate, 0) as amount,
        case when fx_day.rate is null then 'SOURCE_MISSING' end as status
    from period
    join fact.quota
        on  quota.start_day >= period.start_day
        and quota.start_day <  period.end_day
    left join fact.fx_day
        on  fx_day.currency = quota.currency
        and fx_day.day_number = period.start_day - 1
)
select
    period_id,
    entity_id,
    cast(sum(renewed) as decimal(38, 10)) as numerator,
    cast(sum(wanted) as decimal(38, 10))  as denominator,
    max(status) as status
from (
    select period_id, entity_id, amount as renewed, 0 as wanted, status from due
    union all
    select period_id, entity_id, 0 as renewed, amount as wanted, status from target
) as side
group by period_id, entity_id

--- rows: what was renewed, and the quotas
select
    period.id as period_id,
    member.entity_id,
    renewal.account_id,
    'numerator' as part,
    renewed.arr * fx_day.rate as amount,
    'contract' as record_table,
    renewed.successor_id as record_id,
    renewal.due_day as day_number,
    'renewed' as label
from period
join fact.renewal
    on  renewal.due_day >= period.start_day
    and renewal.due_day <  period.end_day
join fact.renewed
    on  renewed.contract_id = renewal.contract_id
    and renewed.known_day <= period.known_day
    and coalesce(renewed.void_day, 2147483647) > period.known_day
join member
    on  member.period_id = period.id
    and member.account_id = renewal.account_id
    and member.start_day <= renewal.due_day
    and (member.end_day is null or member.end_day > renewal.due_day)
join fact.fx_day
    on  fx_day.currency = renewed.currency
    and fx_day.day_number = period.start_day - 1
union all
select
    period.id as period_id,
    quota.entity_id,
    cast(null as string) as account_id,
    'denominator' as part,
    quota.amount * fx_day.rate as amount,
    'quota' as record_table,
    quota.quota_id as record_id,
    quota.start_day as day_number,
    'quota' as label
from period
join fact.quota
    on  quota.start_day >= period.start_day
    and quota.start_day <  period.end_day
join fact.fx_day
    on  fx_day.currency = quota.currency
    and fx_day.day_number = period.start_day - 1

/*---
examples:
  - name: 150 of 200, and a late signature does not count
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.renewal: |
        contract_id | account_id | currency | arr | due_day    | lost_day
        c1          | acorn      | USD      | 120 | 2025-01-31 | 2025-03-02
        c2          | cobalt     | USD      | 40  | 2025-02-28 | 2025-03-30
        c3          | cobalt     | USD      | 50  | 2025-03-31 | 2025-04-30
      fact.renewed: |
        contract_id | successor_id | currency | arr | known_day
        c1          | d1           | USD      | 120 | 2025-01-20
        c2          | d2           | USD      | 30  | 2025-03-10
      fact.quota: |
        entity_id | quota_id | currency | amount | start_day
        company   | q1       | USD      | 150    | 2025-01-01
        company   | q2       | USD      | 50     | 2025-01-01
        m1        | q1       | USD      | 150    | 2025-01-01
        company   | q3       | USD      | 999    | 2025-04-01
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity | value | numerator | denominator
      (all)  | 0.75  | 150       | 200

  - name: without a quota there is nothing to attain
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.renewal: |
        contract_id | account_id | currency | arr | due_day    | lost_day
        c1          | acorn      | USD      | 120 | 2025-01-31 | 2025-03-02
      fact.renewed: |
        contract_id | successor_id | currency | arr | known_day
        c1          | d1           | USD      | 120 | 2025-01-20
      fact.quota: |
        entity_id | quota_id | currency | amount | start_day
        company   | q3       | USD      | 999    | 2025-04-01
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity | value | status
      (all)  |       | ZERO_DENOMINATOR

  - name: a quota in euros is worth what it was at the opening
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.renewal: |
        contract_id | account_id | currency | arr | due_day    | lost_day
        c1          | acorn      | USD      | 110 | 2025-01-31 | 2025-03-02
      fact.renewed: |
        contract_id | successor_id | currency | arr | known_day
        c1          | d1           | USD      | 110 | 2025-01-20
      fact.quota: |
        entity_id | quota_id | currency | amount | start_day
        company   | q1       | EUR      | 200    | 2025-01-01
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
        EUR      | 2024-12-31 | 1.1
        EUR      | 2025-03-31 | 9
    expect: |
      entity | value
      (all)  | 0.5
---*/
