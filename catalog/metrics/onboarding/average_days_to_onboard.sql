/*---
metric:   average_days_to_onboard
title:    Days to onboard
question: How many days does it take to get an account going?
kind:     latest
unit:     days
better:   neither
per:      [account, segment, csm, company]
window:   period ttm
reads:    [fact.account, fact.onboarding_day]
sources:  [onboarding]
absent:   no data
bounds:   [0, 36500]
members:  dated
components: [headline, km_median, mean_completed, median_completed, rmst]
rows:     sum for accounts, survival
tags:     [team, health]
owner:    customer-success
version:  1
meaning: |
  Local days from the start of an onboarding to its completion, without the days on which it waited
  for the customer. The same day is 0. Very fast may be as bad a sign as slow.
caveats:
  - Of an account it is the onboarding that it began last. An open one has no value until it has gone
    on for more than 60 days, or as many as the workspace says; then its days so far stand, CENSORED.
  - One that was begun again counts from its last start. One that was abandoned is lost from sight
    that day. An account without an onboarding needs none.
  - Onboardings belong to the period in which they started, and to the owner and the segment of that day.
    A cohort of those who finished would favour slow old ones.
  - Groups print the Kaplan-Meier median, the day by which half of all have got there, counting those
    still on their way for as long as we have seen them. It is CENSORED where the unfinished make it
    unsure, and where half have not got there it is more than the longest we have seen.
  - mean_completed and median_completed look at those who finished and are too short, because the slow
    ones are still on their way. rmst is the mean up to a horizon that the workspace may set.
  - An account that left before is lost from sight on its first day without us.
related:  [time_to_first_value, time_to_value]
---*/
select
    period.id as period_id,
    account.account_id,
    coalesce(onboarding_day.days, 0) as value,
    case
        when onboarding_day.account_id is null then 'NOT_APPLICABLE'
        when onboarding_day.is_completed then null
        when onboarding_day.is_open and onboarding_day.days > open_onboarding_days() then null
        when onboarding_day.is_open then 'CENSORED'
        else 'NO_DATA'
    end as status,
    case when onboarding_day.is_open then 'CENSORED' end as trust,
    case when onboarding_day.is_open then 'open for ' || onboarding_day.days || ' days' end as warning
from period
cross join fact.account
left join fact.onboarding_day
    on  onboarding_day.account_id = account.account_id
    and onboarding_day.day_number = period.as_of_day
    and onboarding_day.is_last

--- groups: those still open count for as long as we have seen them
with observed as (
    select
        member.period_id,
        member.entity_id,
        onboarding_day.days,
        onboarding_day.is_completed as ended
    from member
    join period
        on period.id = member.period_id
    join fact.onboarding_day
        on  onboarding_day.account_id = member.account_id
        and onboarding_day.day_number = period.as_of_day
        and onboarding_day.start_day >= period.start_day
        and onboarding_day.start_day <  period.end_day
        and onboarding_day.start_day >= member.start_day
        and (member.end_day is null or onboarding_day.start_day < member.end_day)
),
counted as (
    select
        period_id,
        entity_id,
        count(*)                                                as accounts,
        count(case when ended then 1 end)                       as finished,
        cast(sum(case when ended then days else 0 end) as bigint) as finished_days,
        median(case when ended then days end)                   as finished_median,
        min(case when not ended then days end)                  as shortest_open,
        max(days)                                               as longest
    from observed
    group by period_id, entity_id
),
told as (
    select
        counted.*,
        line.component,
        case
            when line.component = 'mean_completed'
                then divided(finished_days, finished)
            when line.component = 'median_completed' then finished_median
            when line.component = 'rmst' then curve.mean
            else curve.median
        end as days
    from counted
    join survival(observed, nullif(restricted_mean_days(), 0)) as curve
        on  curve.period_id = counted.period_id
        and curve.entity_id = counted.entity_id
    cross join (
        values (''), ('km_median'), ('mean_completed'), ('median_completed'), ('rmst')
    ) as line (component)
)
select
    period_id,
    entity_id,
    component,
    rounded(coalesce(days, 0)) as value,
    case
        when days is not null then null
        when component in ('mean_completed', 'median_completed') then 'NO_DATA'
        else 'CENSORED'
    end as status,
    -- Whoever was followed for longer than the answer does not make it unsure.
    case
        when component in ('', 'km_median') and shortest_open < days then 'CENSORED'
        when component = 'rmst' and shortest_open is not null then 'CENSORED'
    end as trust,
    case
        when days is null and component in ('', 'km_median')
            then 'more than ' || longest || ' days'
    end as warning,
    case when component in ('mean_completed', 'median_completed') then finished else accounts end
        as cases
from told

--- rows: each onboarding with its days, finished or not
select
    period.id as period_id,
    onboarding_day.account_id,
    'value'                      as part,
    onboarding_day.days          as amount,
    onboarding_day.is_completed  as ended,
    'onboarding'                 as record_table,
    onboarding_day.onboarding_id as record_id,
    onboarding_day.start_day     as day_number
from period
cross join asked_entity
join fact.onboarding_day
    on  onboarding_day.day_number = period.as_of_day
    and case
        when asked_entity.id = onboarding_day.account_id then onboarding_day.is_last
        else onboarding_day.start_day >= period.start_day
            and onboarding_day.start_day < period.end_day
    end

/*---
examples:
  - name: the mean of those who finished is 35 and hides who is still open, who left and who will be slow
    as_of: 2025-03-31
    period: 2025-Q1
    settings: {restricted_mean_days: 60}
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
      customer.onboarding: |
        id | account_id | started_on | completed_on | abandoned_on | reset_of
        o1 | a1         | 2025-01-01 | 2025-01-21   |              |
        o2 | a2         | 2025-01-01 | 2025-02-05   |              |
        o3 | a3         | 2025-01-10 | 2025-03-01   |              |
        o4 | a4         | 2025-02-19 |              |              |
        o5 | a5         | 2025-01-20 |              |              |
        o6 | a6         | 2025-01-05 |              |              |
      customer.onboarding_hold: |
        id | onboarding_id | from       | to
      fact.departure: |
        account_id | day_number
        a6         | 2025-02-04
        a1         | 2025-03-01
    expect: |
      entity | component        | value | status         | warnings
      a1     |                  | 20    | OK             |
      a3     |                  | 50    | OK             |
      a4     |                  |       | CENSORED       | open for 40 days
      a5     |                  | 70    | CENSORED       | open for 70 days
      a6     |                  |       | NO_DATA        |
      a7     |                  |       | NOT_APPLICABLE |
      (all)  |                  | 50    | CENSORED       |
      (all)  | km_median        | 50    | CENSORED       |
      (all)  | mean_completed   | 35    | OK             |
      (all)  | median_completed | 35    | OK             |
      (all)  | rmst             | 45    | CENSORED       |

  - name: a mean cannot look further than the longest case was followed
    as_of: 2025-03-31
    period: 2025-Q1
    settings: {restricted_mean_days: 365}
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
        a4         | true
        a5         | true
        a6         | true
      customer.onboarding: |
        id | account_id | started_on | completed_on | abandoned_on | reset_of
        o1 | a1         | 2025-01-01 | 2025-01-21   |              |
        o2 | a2         | 2025-01-01 | 2025-02-05   |              |
        o3 | a3         | 2025-01-10 | 2025-03-01   |              |
        o4 | a4         | 2025-02-19 |              |              |
        o5 | a5         | 2025-01-20 |              |              |
        o6 | a6         | 2025-01-05 |              |              |
      customer.onboarding_hold: |
        id | onboarding_id | from       | to
      fact.departure: |
        account_id | day_number
        a6         | 2025-02-04
        a1         | 2025-03-01
    expect: |
      entity | component | value  | status
      (all)  | rmst      | 48.125 | CENSORED

  - name: holds that overlap wait once, a restart counts from its last start, and done later is open now
    as_of: 2025-03-31
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      customer.onboarding: |
        id | account_id | started_on | completed_on | abandoned_on | reset_of
        o1 | acorn      | 2025-01-01 | 2025-02-10   |              |
        o2 | cobalt     | 2025-01-01 |              |              |
        o3 | cobalt     | 2025-02-01 | 2025-02-11   |              | o2
        o4 | dovetail   | 2025-03-01 | 2025-04-01   |              |
      customer.onboarding_hold: |
        id | onboarding_id | from       | to
        h1 | o1            | 2025-01-11 | 2025-01-21
        h2 | o1            | 2025-01-16 | 2025-01-26
        h3 | o1            | 2025-02-05 |
        h4 | o1            | 2024-12-01 | 2025-01-02
        h5 | o4            | 2025-03-21 |
      fact.departure: |
        account_id | day_number
    expect: |
      entity   | component      | value | status   | warnings
      acorn    |                | 19    | OK       |
      cobalt   |                | 10    | OK       |
      dovetail |                |       | CENSORED | open for 20 days
      (all)    |                | 19    | OK       |
      (all)    | mean_completed | 14.5  | OK       |
      (all)    | rmst           | 16.3333333333 | CENSORED |

  - name: the onboarding counts for whoever had the account at its start
    as_of: 2025-03-31
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.ownership: |
        account_id | csm_id | start_day  | end_day
        acorn      | ann    | 2025-01-01 | 2025-01-12
        acorn      | bob    | 2025-01-12 |
        cobalt     | bob    | 2025-01-01 |
      fact.team_ownership: |
        account_id | team_id | start_day  | end_day
        acorn      | north   | 2025-01-01 | 2025-01-12
        cobalt     | south   | 2025-01-01 |
      customer.onboarding: |
        id | account_id | started_on | completed_on | abandoned_on | reset_of
        o1 | acorn      | 2025-01-10 | 2025-02-09   |              |
        o2 | cobalt     | 2025-01-10 | 2025-01-20   |              |
      customer.onboarding_hold: |
        id | onboarding_id | from       | to
      fact.departure: |
        account_id | day_number
    expect: |
      entity | grain   | value
      ann    | csm     | 30
      bob    | csm     | 10
      north  | team    | 30
      south  | team    | 10
      (all)  | company | 10
---*/
