/*---
metric:   net_renewal_rate
title:    Net renewal rate
question: Of the contract value that was due, how much was signed again, growth included?
kind:     ratio
unit:     fraction
better:   higher
per:      [segment, csm, company]
window:   period quarter
reads:    [fact.due_contract]
sources:  [contract]
absent:   zero denominator
bounds:   [0, 1e9]
minimum:  renewal_minimum
members:  dated
components: [headline, strict, resolved_only]
tags:     [financial, team]
owner:    revenue-operations
version:  1
meaning: |
  What contracts that fell due in the period were renewed for, with what was sold on top in the
  renewal, over what they were worth.
caveats:
  - A renewal counts in the period in which the contract was due, whether signed earlier or, within
    the grace, later. What is signed after the grace is lost here and comes back as a reactivation.
  - Until the grace is over an undecided contract counts as not renewed, and the value is provisional.
    The component resolved_only leaves undecided contracts out.
  - Contracts that are not due in the period, and plans by the month, are in neither number.
  - A contract that renews itself is renewed on its due date, unless notice was given.
  - It belongs to the manager and the segment that the account had on the due date.
  - Amounts are at the exchange rate of the opening.
related:  [gross_renewal_rate, net_revenue_retention]
---*/
--- groups: a renewal belongs to whom the account belonged to on the day it was due
with due as (
    select
        due_contract.*,
        member.entity_id,
        coalesce(bool_or(due_contract.is_pending)
            over (partition by due_contract.period_id, member.entity_id), false) as has_pending
    from fact.due_contract
    join member
        on  member.period_id = due_contract.period_id
        and member.account_id = due_contract.account_id
        and member.start_day <= due_contract.due_day
        and (member.end_day is null or member.end_day > due_contract.due_day)
)
select
    period_id,
    entity_id,
    line.component,
    cast(sum(renewed_arr) as decimal(38, 10)) as numerator,
    cast(sum(arr) as decimal(38, 10)) as denominator,
    max(status) as status,
    count(*) as cases,
    bool_or(has_pending) as provisional
from due
cross join (values (''), ('strict'), ('resolved_only')) as line(component)
where line.component <> 'resolved_only'
or not is_pending
group by period_id, entity_id, line.component

--- rows: the contracts that were due
select
    period_id,
    account_id,
    line.component,
    side.part,
    cast(case
        when side.part = 'denominator' then arr
        else renewed_arr
    end as decimal(38, 10)) as amount,
    'contract' as record_table,
    contract_id as record_id,
    due_day as day_number,
    case
        when is_renewed then 'renewed'
        when is_pending then 'not decided yet'
        else 'lost'
    end as label
from fact.due_contract
cross join (values (''), ('strict'), ('resolved_only')) as line(component)
cross join (values ('numerator'), ('denominator')) as side(part)
where line.component <> 'resolved_only'
or not is_pending

/*---
examples:
  - name: early and late signatures count where the contract was due, and upsell makes up for no loss
    period: 2025-Q1
    as_of: 2025-03-31
    known_on: 2025-04-30
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
        a4         | true
        a5         | true
        a6         | true
      fact.renewal: |
        contract_id | account_id | currency | arr    | due_day    | lost_day
        c1          | a1         | USD      | 120000 | 2025-01-31 | 2025-03-02
        c2          | a2         | USD      | 60000  | 2025-02-15 | 2025-03-17
        c3          | a3         | USD      | 40000  | 2025-02-28 | 2025-03-30
        c4          | a4         | USD      | 50000  | 2025-03-10 | 2025-03-05
        c5          | a5         | USD      | 30000  | 2025-03-20 | 2025-04-19
        c6          | a6         | USD      | 20000  | 2025-03-28 | 2025-04-27
        c8          | a1         | USD      | 99000  | 2025-04-02 | 2025-05-02
      fact.renewed: |
        contract_id | successor_id | currency | arr    | known_day
        c1          | d1           | USD      | 120000 | 2025-01-20
        c2          | d2           | USD      | 75000  | 2025-02-10
        c3          | d3           | USD      | 30000  | 2025-02-28
        c5          | d5           | USD      | 33000  | 2024-12-15
        c6          | d6           | USD      | 20000  | 2025-04-10
        c8          | d8           | USD      | 99000  | 2025-03-15
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity | component     | value   | status
      (all)  |               | 0.86875 | OK
      (all)  | resolved_only | 0.86875 | OK

  - name: before the grace is over the undecided count as not renewed
    period: 2025-Q1
    as_of: 2025-03-31
    known_on: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
        a4         | true
        a5         | true
        a6         | true
      fact.renewal: |
        contract_id | account_id | currency | arr    | due_day    | lost_day
        c1          | a1         | USD      | 120000 | 2025-01-31 | 2025-03-02
        c2          | a2         | USD      | 60000  | 2025-02-15 | 2025-03-17
        c3          | a3         | USD      | 40000  | 2025-02-28 | 2025-03-30
        c4          | a4         | USD      | 50000  | 2025-03-10 | 2025-03-05
        c5          | a5         | USD      | 30000  | 2025-03-20 | 2025-04-19
        c6          | a6         | USD      | 20000  | 2025-03-28 | 2025-04-27
        c8          | a1         | USD      | 99000  | 2025-04-02 | 2025-05-02
      fact.renewed: |
        contract_id | successor_id | currency | arr    | known_day
        c1          | d1           | USD      | 120000 | 2025-01-20
        c2          | d2           | USD      | 75000  | 2025-02-10
        c3          | d3           | USD      | 30000  | 2025-02-28
        c5          | d5           | USD      | 33000  | 2024-12-15
        c6          | d6           | USD      | 20000  | 2025-04-10
        c8          | d8           | USD      | 99000  | 2025-03-15
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity | component     | value   | status
      (all)  |               | 0.80625 | PROVISIONAL
      (all)  | strict        | 0.80625 | PROVISIONAL
      (all)  | resolved_only | 0.86    | PROVISIONAL

  - name: nothing due is no rate
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.renewal: |
        contract_id | account_id | currency | arr | due_day    | lost_day
        c1          | acorn      | USD      | 100 | 2025-04-01 | 2025-05-01
      fact.renewed: |
        contract_id | successor_id | currency | arr | known_day
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity | value | status
      (all)  |       | ZERO_DENOMINATOR

  - name: a contract in euros is worth at both ends what it was at the opening, and four are few
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.renewal: |
        contract_id | account_id | currency | arr  | due_day    | lost_day
        c1          | acorn      | EUR      | 1000 | 2025-02-01 | 2025-03-03
        c2          | acorn      | USD      | 1000 | 2025-02-01 | 2025-03-03
        c3          | cobalt     | USD      | 1000 | 2025-02-01 | 2025-03-03
        c4          | cobalt     | USD      | 900  | 2025-02-01 | 2025-03-03
      fact.renewed: |
        contract_id | successor_id | currency | arr  | known_day
        c1          | d1           | EUR      | 1000 | 2025-02-01
        c2          | d2           | USD      | 2000 | 2025-02-01
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
        EUR      | 2024-12-31 | 1.1
        EUR      | 2025-03-31 | 2
    expect: |
      entity | value | status
      (all)  | 0.775 | INSUFFICIENT_SAMPLE

  - name: a currency without a rate leaves the rate unknown
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.renewal: |
        contract_id | account_id | currency | arr  | due_day    | lost_day
        c1          | acorn      | EUR      | 1000 | 2025-02-01 | 2025-03-03
      fact.renewed: |
        contract_id | successor_id | currency | arr | known_day
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2024-12-31 | 1
    expect: |
      entity | value | status
      (all)  |       | SOURCE_MISSING
---*/
