/*---
metric:   customer_churn_rate
title:    Customer churn rate
question: What share of the customers we had at the opening had left by the close?
kind:     ratio
unit:     fraction
better:   lower
per:      [segment, csm, company]
window:   period month
reads:    [fact.customer_day, fact.farewell, fact.contract]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1]
minimum:  churn_minimum
interval: wilson
members:  opening
components: [headline, of_exposed, voluntary, involuntary, paused, completed, annual, monthly]
interval_not_of: [annual, monthly]
tags:     [financial]
owner:    revenue-operations
version:  2
meaning: |
  Logos, not subscriptions: an account that drops one of two plans has not left. Below 30 customers,
  or what the workspace sets, the rate is shown with its interval and judged by nobody.
caveats:
  - Who joined and left within the period is in neither number.
  - Who left and came back within the period has not left.
  - A paused account stays a customer for 90 days, unless the workspace sets another time; on the
    day after it is lost as paused.
  - Voluntary, involuntary, paused and completed add up to the rate. Involuntary is lost to unpaid
    invoices; completed is a fixed term that ended as agreed, which a workspace may leave out.
  - The component of_exposed looks only at who could leave, with a contract due in the period or
    none at all.
  - What an account hands over to another in a merger is no loss.
  - annual and monthly say what the rate of the period comes to in a year and in a month, if it goes
    on. A month of 2 percent is a year of 21.5, not of 24, for who has left cannot leave again.
  - Segment and manager are those of the opening.
related:  [customer_retention_rate, gross_revenue_retention, mrr_movement]
---*/
--- groups: counted, and told for a year and a month as well
with cohort as (
    select
        period.id as period_id,
        opening.account_id,
        case
            when bool_or(closing.account_id is not null) then ''
            else coalesce(max_by(farewell.how, farewell.day_number), 'paused')
        end as left_how,
        coalesce(bool_or(
            closing.account_id is null and farewell.settles_day > period.known_day
        ), false) as provisional,
        -- Who has a contract that is not due could not have left.
        coalesce(bool_or(contract.due_day < period.end_day), true) as is_exposed
    from period
    join fact.customer_day as opening
        on  opening.day_number = period.start_day - 1
        and coalesce(opening.bridge_known_day, 0) <= period.known_day
        and opening.counts_as_logo
    left join fact.customer_day as closing
        on  closing.account_id = opening.account_id
        and closing.day_number = period.end_day - 1
        and coalesce(closing.bridge_known_day, 0) <= period.known_day
    left join fact.farewell
        on  farewell.account_id = opening.account_id
        and farewell.day_number >= period.start_day
        and farewell.day_number <  period.end_day
        and (farewell.void_day is null or farewell.void_day > period.known_day)
    left join fact.contract
        on  contract.account_id = opening.account_id
        and contract.due_day >= period.start_day
        and (contract.due_day < period.end_day or contract.start_day < period.start_day)
    group by period.id, opening.account_id
),
counted as (
    select
        cohort.period_id,
        member.entity_id,
        line.component,
        count(case
            when left_how <> 'handed_over' and component in ('', 'of_exposed', left_how)
                then nullif(left_how, '')
        end) as lost,
        count(*) as customers,
        bool_or(cohort.provisional) as provisional
    from cohort
    join (
        values (''), ('of_exposed'), ('voluntary'), ('involuntary'), ('paused'), ('completed')
    ) as line(component)
        on line.component <> 'of_exposed' or cohort.is_exposed
    join member
        on  member.period_id = cohort.period_id
        and member.account_id = cohort.account_id
    -- A fixed term that ended as agreed may count as neither kept nor lost.
    where left_how <> 'completed'
    or completed_terms_churn()
    group by cohort.period_id, member.entity_id, line.component
)
select
    period_id, entity_id, component,
    lost as numerator, customers as denominator, customers as cases, provisional
from counted
union all
-- Those who stay for a year have stayed for each of its parts.
select
    period_id, entity_id, span.component,
    rounded(1 - raised(1 - divided(lost, customers), divided(
        span.months, coalesce(nullif(period.whole_months, 0), divided(period.days * 12, 365))
    ))) as numerator,
    1 as denominator,
    customers as cases,
    provisional
from counted
join period on period.id = counted.period_id
cross join (values ('annual', 12), ('monthly', 1)) as span(component, months)
where counted.component = ''

--- rows: the customers of the opening, and how those left who left
with cohort as (
    select
        period.id as period_id,
        opening.account_id,
        case
            when bool_or(closing.account_id is not null) then ''
            else coalesce(max_by(farewell.how, farewell.day_number), 'paused')
        end as left_how,
        -- Who has a contract that is not due could not have left.
        coalesce(bool_or(contract.due_day < period.end_day), true) as is_exposed
    from period
    join fact.customer_day as opening
        on  opening.day_number = period.start_day - 1
        and coalesce(opening.bridge_known_day, 0) <= period.known_day
        and opening.counts_as_logo
    left join fact.customer_day as closing
        on  closing.account_id = opening.account_id
        and closing.day_number = period.end_day - 1
        and coalesce(closing.bridge_known_day, 0) <= period.known_day
    left join fact.farewell
        on  farewell.account_id = opening.account_id
        and farewell.day_number >= period.start_day
        and farewell.day_number <  period.end_day
        and (farewell.void_day is null or farewell.void_day > period.known_day)
    left join fact.contract
        on  contract.account_id = opening.account_id
        and contract.due_day >= period.start_day
        and (contract.due_day < period.end_day or contract.start_day < period.start_day)
    group by period.id, opening.account_id
)
select
    cohort.period_id,
    cohort.account_id,
    line.component,
    side.part,
    case
        when side.part = 'denominator' then 1
        when left_how in ('', 'handed_over') then 0
        when component in ('', 'of_exposed', left_how) then 1
        else 0
    end as amount,
    'account' as record_table,
    cohort.account_id as record_id,
    case when left_how = '' then 'a customer at the close' else left_how end as label
from cohort
join (
    values (''), ('of_exposed'), ('voluntary'), ('involuntary'), ('paused'), ('completed')
) as line(component)
    on line.component <> 'of_exposed' or cohort.is_exposed
cross join (values ('numerator'), ('denominator')) as side(part)
-- A fixed term that ended as agreed may count as neither kept nor lost.
where left_how <> 'completed'
or completed_terms_churn()

/*---
examples:
  - name: one of eight leaves, and who came and went counts nowhere
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        a1..a9     | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        a1..a8     | 2025-02-28 | true
        a1..a3     | 2025-03-31 | true
        a5..a8     | 2025-03-31 | true
        a9         | 2025-03-20 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount
        a4         | USD      | 2025-03-16 | churn | 600
      fact.contract: |
        contract_id | account_id | start_day | due_day
    expect: |
      entity | value | status              | numerator | denominator | ci_low   | ci_high
      (all)  | 0.125 | INSUFFICIENT_SAMPLE | 1         | 8           | 0.022417 | 0.470888

  - name: a subsidiary is no logo of its own
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        branch     | false
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        acorn      | 2025-02-28 | true
        acorn      | 2025-03-31 | true
        branch     | 2025-02-28 | false
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
      fact.contract: |
        contract_id | account_id | start_day | due_day
    expect: |
      entity | value | denominator
      (all)  | 0     | 1

  - name: without customers at the opening there is no rate
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        dovetail   | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        dovetail   | 2025-03-31 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind | amount
      fact.contract: |
        contract_id | account_id | start_day | due_day
    expect: |
      entity | value | status
      (all)  |       | ZERO_DENOMINATOR

  - name: the ways of leaving add up to the rate, and who cannot leave is not exposed
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
        flint      | true
        garnet     | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        acorn      | 2025-02-28 | true
        acorn      | 2025-03-31 | true
        flint      | 2025-02-28 | true
        flint      | 2025-03-31 | true
        cobalt     | 2025-02-28 | true
        dovetail   | 2025-02-28 | true
        ember      | 2025-02-28 | true
        garnet     | 2025-02-28 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind     | amount | reason
        cobalt     | USD      | 2025-03-10 | churn    | 100    | involuntary
        dovetail   | USD      | 2025-03-10 | churn    | 100    |
        garnet     | USD      | 2025-03-10 | transfer | -100   | transfer
      fact.contract: |
        contract_id | account_id | start_day  | due_day
        c1          | acorn      | 2024-06-01 | 2025-06-01
        c2          | dovetail   | 2024-03-10 | 2025-03-10
    expect: |
      entity | component   | value          | numerator | denominator
      (all)  |             | 0.5            | 3         | 6
      (all)  | voluntary   | 0.166666666667 | 1         | 6
      (all)  | involuntary | 0.166666666667 | 1         | 6
      (all)  | paused      | 0.166666666667 | 1         | 6
      (all)  | completed   | 0              | 0         | 6
      (all)  | of_exposed  | 0.6            | 3         | 5

  - name: a fixed term that ended as agreed counts as churn
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        a1..a2     | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        a1..a2     | 2025-02-28 | true
        a1         | 2025-03-31 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount | reason
        a2         | USD      | 2025-03-10 | churn | 100    | completed
      fact.contract: |
        contract_id | account_id | start_day | due_day
    expect: |
      entity | component | value | denominator
      (all)  |           | 0.5   | 2

  - name: a fixed term that ended as agreed counts nowhere where the workspace says so
    period: 2025-03
    settings: {completed_terms_churn: false}
    given:
      fact.account: |
        account_id | counts_as_logo
        a1..a2     | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        a1..a2     | 2025-02-28 | true
        a1         | 2025-03-31 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount | reason
        a2         | USD      | 2025-03-10 | churn | 100    | completed
      fact.contract: |
        contract_id | account_id | start_day | due_day
    expect: |
      entity | component | value | denominator
      (all)  |           | 0     | 1

  - name: who left a week ago may yet turn out to have been late
    period: 2025-03
    as_of: 2025-03-31
    known_on: 2025-03-31
    settings: {churn_minimum: 1}
    given:
      fact.account: |
        account_id | counts_as_logo
        a1..a2     | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        a1..a2     | 2025-02-28 | true
        a1         | 2025-03-31 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount | settles_day
        a2         | USD      | 2025-03-25 | churn | 100    | 2025-04-08
      fact.contract: |
        contract_id | account_id | start_day | due_day
    expect: |
      entity | component | value | status
      (all)  |           | 0.5   | PROVISIONAL

  - name: two percent a month are 21.5 percent a year, not 24
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        a1..a50    | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        a1..a50    | 2025-02-28 | true
        a2..a50    | 2025-03-31 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount
        a1         | USD      | 2025-03-16 | churn | 600
      fact.contract: |
        contract_id | account_id | start_day | due_day
    expect: |
      entity | component | value          | status
      (all)  |           | 0.02           | OK
      (all)  | annual    | 0.215283276265 | OK
      (all)  | monthly   | 0.02           | OK

  - name: six percent a quarter are a little more than two a month, and not exactly
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        a1..a50    | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        a1..a50    | 2024-12-31 | true
        a4..a50    | 2025-03-31 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount
        a1..a3     | USD      | 2025-03-16 | churn | 600
      fact.contract: |
        contract_id | account_id | start_day | due_day
    expect: |
      entity | component | value
      (all)  |           | 0.06
      (all)  | monthly   | 0.020413891

  - name: a window of days is a part of a year of 365
    period: 2025-03-01/2025-03-11
    settings: {churn_minimum: 1}
    given:
      fact.account: |
        account_id | counts_as_logo
        a1..a2     | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        a1..a2     | 2025-02-28 | true
        a1         | 2025-03-10 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount
        a2         | USD      | 2025-03-05 | churn | 600
      fact.contract: |
        contract_id | account_id | start_day | due_day
    expect: |
      entity | component | value
      (all)  | monthly   | 0.878558507356
      (all)  | annual    | 0.999999999990
---*/
