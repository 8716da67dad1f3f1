/*---
metric:   customer_churn_rate
title:    Customer churn rate
question: What share of the customers we had at the opening had left by the close?
kind:     ratio
unit:     fraction
better:   lower
per:      [segment, csm, company]
window:   period month
reads:    [fact.customer_day, fact.mrr_move, fact.contract]
sources:  [subscription_segment]
absent:   zero denominator
bounds:   [0, 1]
minimum:  churn_minimum
interval: wilson
members:  opening
components: [headline, of_exposed, voluntary, involuntary, paused, completed]
tags:     [financial]
owner:    revenue-operations
version:  1
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
  - A month of 2 percent is a year of 21.5, not of 24. Ask for the year instead of multiplying.
  - Segment and manager are those of the opening.
related:  [customer_retention_rate, gross_revenue_retention, mrr_movement]
---*/
with ends as (
    select
        period.id as period_id,
        customer_day.account_id,
        max(case when customer_day.day_number = period.end_day - 1 then 1 else 0 end) as closing
    from period
    join fact.customer_day
        on  customer_day.day_number in (period.start_day - 1, period.end_day - 1)
        and coalesce(customer_day.bridge_known_day, 0) <= period.known_day
    where customer_day.counts_as_logo
    group by period.id, customer_day.account_id
    having max(case when customer_day.day_number = period.start_day - 1 then 1 else 0 end) = 1
),
farewell as (
    select
        period.id as period_id,
        mrr_move.account_id,
        bool_or(kind = 'churn' and coalesce(reason, '') = 'involuntary') as involuntary,
        bool_or(kind = 'churn' and coalesce(reason, '') = 'completed')   as completed,
        bool_or(kind = 'churn')                                          as churned,
        bool_or(kind = 'transfer' and amount < 0)                        as handed_over,
        bool_or(kind = 'churn' and settles_day > period.known_day)       as provisional
    from period
    join fact.mrr_move
        on  mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
        and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
    group by period.id, mrr_move.account_id
),
cohort as (
    select
        ends.period_id,
        ends.account_id,
        case
            when ends.closing = 1 or coalesce(farewell.handed_over and not churned, false) then ''
            when farewell.involuntary               then 'involuntary'
            when farewell.completed                 then 'completed'
            when coalesce(farewell.churned, false)  then 'voluntary'
            else 'paused'
        end as left_how,
        coalesce(farewell.provisional, false) and ends.closing = 0 as provisional
    from ends
    left join farewell
        on  farewell.period_id = ends.period_id
        and farewell.account_id = ends.account_id
),
line as (
    select *
    from (values (''), ('of_exposed'), ('voluntary'), ('involuntary'), ('paused'), ('completed'))
        as named(component)
),
counted as (
    select
        cohort.*,
        line.component,
        case
            when left_how = '' then 0
            when component in ('', 'of_exposed', left_how) then 1
            else 0
        end as is_lost
    from cohort
    cross join line
    join period
        on period.id = cohort.period_id
    -- Who has a contract that is not due could not have left.
    where component <> 'of_exposed'
    or exists (
        select 1
        from fact.contract
        where contract.account_id = cohort.account_id
        and contract.due_day >= period.start_day
        and contract.due_day <  period.end_day
    )
    or not exists (
        select 1
        from fact.contract
        where contract.account_id = cohort.account_id
        and contract.start_day < period.start_day
        and contract.due_day >= period.start_day
    )
)
select
    period_id,
    account_id,
    component,
    is_lost as numerator,
    1       as denominator,
    provisional
from counted
-- A fixed term that ended as agreed may count as neither kept nor lost.
where left_how <> 'completed'
or completed_terms_churn()

--- rows: the customers of the opening, and how those left who left
with ends as (
    select
        period.id as period_id,
        customer_day.account_id,
        max(case when customer_day.day_number = period.end_day - 1 then 1 else 0 end) as closing
    from period
    join fact.customer_day
        on  customer_day.day_number in (period.start_day - 1, period.end_day - 1)
        and coalesce(customer_day.bridge_known_day, 0) <= period.known_day
    where customer_day.counts_as_logo
    group by period.id, customer_day.account_id
    having max(case when customer_day.day_number = period.start_day - 1 then 1 else 0 end) = 1
),
farewell as (
    select
        period.id as period_id,
        mrr_move.account_id,
        bool_or(kind = 'churn' and coalesce(reason, '') = 'involuntary') as involuntary,
        bool_or(kind = 'churn' and coalesce(reason, '') = 'completed')   as completed,
        bool_or(kind = 'churn')                                          as churned,
        bool_or(kind = 'transfer' and amount < 0)                        as handed_over,
        bool_or(kind = 'churn' and settles_day > period.known_day)       as provisional
    from period
    join fact.mrr_move
        on  mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
        and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
    group by period.id, mrr_move.account_id
),
cohort as (
    select
        ends.period_id,
        ends.account_id,
        case
            when ends.closing = 1 or coalesce(farewell.handed_over and not churned, false) then ''
            when farewell.involuntary               then 'involuntary'
            when farewell.completed                 then 'completed'
            when coalesce(farewell.churned, false)  then 'voluntary'
            else 'paused'
        end as left_how,
        coalesce(farewell.provisional, false) and ends.closing = 0 as provisional
    from ends
    left join farewell
        on  farewell.period_id = ends.period_id
        and farewell.account_id = ends.account_id
),
line as (
    select *
    from (values (''), ('of_exposed'), ('voluntary'), ('involuntary'), ('paused'), ('completed'))
        as named(component)
),
counted as (
    select
        cohort.*,
        line.component,
        case
            when left_how = '' then 0
            when component in ('', 'of_exposed', left_how) then 1
            else 0
        end as is_lost
    from cohort
    cross join line
    join period
        on period.id = cohort.period_id
    -- Who has a contract that is not due could not have left.
    where component <> 'of_exposed'
    or exists (
        select 1
        from fact.contract
        where contract.account_id = cohort.account_id
        and contract.due_day >= period.start_day
        and contract.due_day <  period.end_day
    )
    or not exists (
        select 1
        from fact.contract
        where contract.account_id = cohort.account_id
        and contract.start_day < period.start_day
        and contract.due_day >= period.start_day
    )
)
select
    period_id,
    account_id,
    component,
    side.part,
    case when side.part = 'numerator' then is_lost else 1 end as amount,
    'account' as record_table,
    account_id as record_id,
    case when left_how = '' then 'a customer at the close' else left_how end as label
from counted
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
        a1         | true
        a2         | true
        a3         | true
        a4         | true
        a5         | true
        a6         | true
        a7         | true
        a8         | true
        a9         | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        a1         | 2025-02-28 | true
        a2         | 2025-02-28 | true
        a3         | 2025-02-28 | true
        a4         | 2025-02-28 | true
        a5         | 2025-02-28 | true
        a6         | 2025-02-28 | true
        a7         | 2025-02-28 | true
        a8         | 2025-02-28 | true
        a1         | 2025-03-31 | true
        a2         | 2025-03-31 | true
        a3         | 2025-03-31 | true
        a5         | 2025-03-31 | true
        a6         | 2025-03-31 | true
        a7         | 2025-03-31 | true
        a8         | 2025-03-31 | true
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
        acorn      | true
        cobalt     | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        acorn      | 2025-02-28 | true
        acorn      | 2025-03-31 | true
        cobalt     | 2025-02-28 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount | reason
        cobalt     | USD      | 2025-03-10 | churn | 100    | completed
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
        acorn      | true
        cobalt     | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        acorn      | 2025-02-28 | true
        acorn      | 2025-03-31 | true
        cobalt     | 2025-02-28 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount | reason
        cobalt     | USD      | 2025-03-10 | churn | 100    | completed
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
        acorn      | true
        cobalt     | true
      fact.customer_day: |
        account_id | day_number | counts_as_logo
        acorn      | 2025-02-28 | true
        acorn      | 2025-03-31 | true
        cobalt     | 2025-02-28 | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount | settles_day
        cobalt     | USD      | 2025-03-25 | churn | 100    | 2025-04-08
      fact.contract: |
        contract_id | account_id | start_day | due_day
    expect: |
      entity | component | value | status
      (all)  |           | 0.5   | PROVISIONAL
---*/
