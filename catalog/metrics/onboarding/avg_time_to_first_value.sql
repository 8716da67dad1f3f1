/*---
metric:   avg_time_to_first_value
title:    Average time to first value
question: How many days did it take on average, of those who got there?
kind:     ratio
unit:     days
better:   lower
per:      [account, segment, csm, company]
window:   period ttm
reads:    [fact.value_case]
sources:  [milestone, contract]
absent:   zero denominator
bounds:   [0, 36500]
members:  dated
tags:     [team]
owner:    customer-success
version:  1
meaning: |
  The days from the start of the first contract to the first value, added up, over the accounts that
  got there.
caveats:
  - It is too short, because who takes long is not in it yet. It is CENSORED while some are on their
    way; time_to_first_value counts them too.
  - Accounts belong to the period in which they started, and to the owner and the segment of that day.
related:  [time_to_first_value]
---*/
select
    period.id as period_id,
    value_case.account_id,
    value_case.reached_day - value_case.start_day as numerator,
    1 as denominator
from period
join fact.value_case
    on  value_case.milestone = 'first_value'
    and value_case.reached_day <= period.as_of_day

--- groups: of those who started in the period
select
    member.period_id,
    member.entity_id,
    cast(sum(case when is_reached then reached_day - value_case.start_day else 0 end) as bigint)
        as numerator,
    count(case when is_reached then 1 end) as denominator,
    case when bool_or(not is_reached) then 'CENSORED' end as trust
from member
join period
    on period.id = member.period_id
join (
    select
        period.id as period_id,
        value_case.*,
        coalesce(
            reached_day <= as_of_day and reached_day < coalesce(lost_day, 2147483647), false
        ) as is_reached
    from period
    cross join fact.value_case
    where milestone = 'first_value'
) as value_case
    on  value_case.period_id = member.period_id
    and value_case.account_id = member.account_id
    and value_case.start_day >= period.start_day
    and value_case.start_day <  period.end_day
    and value_case.start_day >= member.start_day
    and (member.end_day is null or value_case.start_day < member.end_day)
    and value_case.start_day <= period.as_of_day
group by member.period_id, member.entity_id

--- rows: each account that got there
select
    period.id as period_id,
    value_case.account_id,
    part.part,
    case
        when part.part = 'denominator' then 1
        else value_case.reached_day - value_case.start_day
    end as amount,
    case when value_case.milestone_id is null then 'account' else 'milestone' end as record_table,
    coalesce(value_case.milestone_id, value_case.account_id) as record_id,
    value_case.start_day as day_number
from period
cross join asked_entity
cross join (values ('numerator'), ('denominator')) as part (part)
join fact.value_case
    on  value_case.milestone = 'first_value'
    and value_case.reached_day <= period.as_of_day
    and (
        asked_entity.id = value_case.account_id
        or (
            value_case.start_day >= period.start_day
            and value_case.start_day < period.end_day
            and value_case.reached_day < coalesce(value_case.lost_day, 2147483647)
        )
    )

/*---
examples:
  - name: 5, 9, 14 and 28 are 14 on average, and the one still open is not in it
    as_of: 2025-03-31
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
        a4         | true
        a5         | true
        a6         | true
      fact.value_case: |
        account_id | milestone      | start_day  | reached_day | lost_day
        a1         | first_value    | 2025-01-10 | 2025-01-15  |
        a2         | first_value    | 2025-01-10 | 2025-01-19  |
        a3         | first_value    | 2025-02-01 | 2025-02-15  |
        a4         | first_value    | 2025-03-01 | 2025-03-29  |
        a5         | first_value    | 2025-03-10 |             |
        a6         | first_value    | 2024-12-31 | 2025-01-01  |
    expect: |
      entity | value | numerator | denominator | status
      a1     | 5     | 5         | 1           | OK
      a5     |       |           |             | ZERO_DENOMINATOR
      (all)  | 14    | 56        | 4           | CENSORED

  - name: the account counts for whoever had it at its start
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
      fact.ownership: |
        account_id | csm_id | start_day  | end_day
        a1         | ann    | 2025-01-01 | 2025-01-12
        a1         | bob    | 2025-01-12 |
        a2         | bob    | 2025-01-01 |
      fact.value_case: |
        account_id | milestone      | start_day  | reached_day | lost_day
        a1         | first_value    | 2025-01-10 | 2025-01-15  |
        a2         | first_value    | 2025-01-10 | 2025-01-19  |
    expect: |
      entity | grain   | value | status
      ann    | csm     | 5     | OK
      bob    | csm     | 9     | OK
      (all)  | company | 7     | OK
---*/
