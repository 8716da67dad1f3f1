/*---
metric:   slipping_users
title:    Slipping users
question: Of the people who had made the product a habit, what share went quiet?
kind:     ratio
unit:     fraction
better:   lower
per:      [account, segment, csm, company]
window:   70 days fixed
reads:    [fact.established_user, fact.customer_day, fact.user_day]
sources:  [usage_event or usage_daily, subscription_segment]
absent:   zero denominator
bounds:   [0, 1e9]
components: [headline, count]
component_units: {count: people}
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Established users were active in at least 3 of the 8 weeks before the last 2. Slipping ones are
  established and were not active in the last 2. Weeks count back from the day. The line count is how
  many they are.
caveats:
  - A whole team may slip while the number of monthly users still looks fine, because it looks back
    for 30 days.
  - Without an established user there is no share.
  - Groups add slipping and established users over the accounts that are customers on the day.
related:  [slipping_key_users, mau]
---*/
select
    period.id as period_id,
    established_user.account_id,
    line.component,
    sum(case when established_user.is_quiet then 1 else 0 end) as numerator,
    case when line.component = 'count' then 1 else count(*) end as denominator,
    count(*) as cases
from period
join fact.established_user
    on  established_user.start_day <= period.as_of_day
    and established_user.end_day   >  period.as_of_day
cross join (values (''), ('count')) as line (component)
group by period.id, established_user.account_id, line.component

--- groups: over customers, and a count adds up as it is
select
    member.period_id,
    member.entity_id,
    line.component,
    sum(case when established_user.is_quiet then 1 else 0 end) as numerator,
    case when line.component = 'count' then 1 else count(*) end as denominator,
    count(*) as cases
from member
join period
    on period.id = member.period_id
join fact.customer_day
    on  customer_day.account_id = member.account_id
    and customer_day.day_number = period.as_of_day
    and coalesce(customer_day.bridge_known_day, 0) <= period.known_day
join fact.established_user
    on  established_user.account_id = member.account_id
    and established_user.start_day <= period.as_of_day
    and established_user.end_day   >  period.as_of_day
cross join (values (''), ('count')) as line (component)
group by member.period_id, member.entity_id, line.component

--- rows: each established person, and again those who went quiet
with told as (
    select
        period.id as period_id,
        established_user.account_id,
        established_user.user_id,
        established_user.is_quiet
    from period
    cross join asked_entity
    join fact.established_user
        on  established_user.start_day <= period.as_of_day
        and established_user.end_day   >  period.as_of_day
    left join fact.customer_day
        on  customer_day.account_id = established_user.account_id
        and customer_day.day_number = period.as_of_day
        and coalesce(customer_day.bridge_known_day, 0) <= period.known_day
    where asked_entity.id = established_user.account_id
    or customer_day.account_id is not null
)
select
    told.period_id,
    told.account_id,
    told.user_id,
    part.part,
    1 as amount,
    last_seen.record_table,
    last_seen.day_number,
    case when told.is_quiet then 'went quiet' else 'still here' end as label
from told
join (
    select
        period.id as period_id,
        user_day.account_id,
        user_day.user_id,
        max(user_day.record_table) as record_table,
        max(user_day.day_number)   as day_number
    from period
    join fact.user_day
        on user_day.day_number < period.end_day
    group by period.id, user_day.account_id, user_day.user_id
) as last_seen using (period_id, account_id, user_id)
join (values ('numerator'), ('denominator')) as part (part)
    on told.is_quiet
    or part.part = 'denominator'

/*---
examples:
  - name: three of ten established people are quiet, and who came for two weeks only is not established
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | is_paying | counts_as_logo
        acorn      | 2025-03-31 | true      | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | q1      |            | 2025-03-17 | 1      | usage_daily
        acorn      | q1      |            | 2025-03-10 | 1      | usage_daily
        acorn      | q1      |            | 2025-01-21 | 1      | usage_daily
        acorn      | q2      |            | 2025-03-17 | 1      | usage_daily
        acorn      | q2      |            | 2025-03-10 | 1      | usage_daily
        acorn      | q2      |            | 2025-01-21 | 1      | usage_daily
        acorn      | q3      |            | 2025-03-17 | 1      | usage_daily
        acorn      | q3      |            | 2025-03-10 | 1      | usage_daily
        acorn      | q3      |            | 2025-01-21 | 1      | usage_daily
        acorn      | s1      |            | 2025-03-18 | 1      | usage_daily
        acorn      | s1      |            | 2025-03-17 | 1      | usage_daily
        acorn      | s1      |            | 2025-03-10 | 1      | usage_daily
        acorn      | s1      |            | 2025-01-21 | 1      | usage_daily
        acorn      | s2      |            | 2025-03-18 | 1      | usage_daily
        acorn      | s2      |            | 2025-03-17 | 1      | usage_daily
        acorn      | s2      |            | 2025-03-10 | 1      | usage_daily
        acorn      | s2      |            | 2025-01-21 | 1      | usage_daily
        acorn      | s3      |            | 2025-03-18 | 1      | usage_daily
        acorn      | s3      |            | 2025-03-17 | 1      | usage_daily
        acorn      | s3      |            | 2025-03-10 | 1      | usage_daily
        acorn      | s3      |            | 2025-01-21 | 1      | usage_daily
        acorn      | s4      |            | 2025-03-18 | 1      | usage_daily
        acorn      | s4      |            | 2025-03-17 | 1      | usage_daily
        acorn      | s4      |            | 2025-03-10 | 1      | usage_daily
        acorn      | s4      |            | 2025-01-21 | 1      | usage_daily
        acorn      | s5      |            | 2025-03-18 | 1      | usage_daily
        acorn      | s5      |            | 2025-03-17 | 1      | usage_daily
        acorn      | s5      |            | 2025-03-10 | 1      | usage_daily
        acorn      | s5      |            | 2025-01-21 | 1      | usage_daily
        acorn      | s6      |            | 2025-03-18 | 1      | usage_daily
        acorn      | s6      |            | 2025-03-17 | 1      | usage_daily
        acorn      | s6      |            | 2025-03-10 | 1      | usage_daily
        acorn      | s6      |            | 2025-01-21 | 1      | usage_daily
        acorn      | s7      |            | 2025-03-18 | 1      | usage_daily
        acorn      | s7      |            | 2025-03-17 | 1      | usage_daily
        acorn      | s7      |            | 2025-03-10 | 1      | usage_daily
        acorn      | s7      |            | 2025-01-21 | 1      | usage_daily
        acorn      | new     |            | 2025-03-31 | 1      | usage_daily
        acorn      | new     |            | 2025-03-24 | 1      | usage_daily
        acorn      | new     |            | 2025-03-17 | 1      | usage_daily
        acorn      | new     |            | 2025-03-10 | 1      | usage_daily
        acorn      | once    |            | 2025-03-17 | 1      | usage_daily
        acorn      | once    |            | 2025-03-11 | 1      | usage_daily
        acorn      | once    |            | 2025-01-20 | 1      | usage_daily
    expect: |
      entity | component | value | numerator | denominator
      acorn  |           | 0.3   | 3         | 10
      acorn  | count     | 3     | 3         | 1
      (all)  |           | 0.3   | 3         | 10
      (all)  | count     | 3     | 3         | 1

  - name: groups add people before dividing, and a lost customer is not of them
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.customer_day: |
        account_id | day_number | is_paying | counts_as_logo
        acorn      | 2025-03-31 | true      | true
        cobalt     | 2025-03-31 | true      | true
        ember      | 2025-03-31 | true      | true
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | q1      |            | 2025-03-17 | 1      | usage_daily
        acorn      | q1      |            | 2025-03-10 | 1      | usage_daily
        acorn      | q1      |            | 2025-01-21 | 1      | usage_daily
        cobalt     | s1      |            | 2025-03-18 | 1      | usage_daily
        cobalt     | s1      |            | 2025-03-17 | 1      | usage_daily
        cobalt     | s1      |            | 2025-03-10 | 1      | usage_daily
        cobalt     | s1      |            | 2025-01-21 | 1      | usage_daily
        cobalt     | s2      |            | 2025-03-18 | 1      | usage_daily
        cobalt     | s2      |            | 2025-03-17 | 1      | usage_daily
        cobalt     | s2      |            | 2025-03-10 | 1      | usage_daily
        cobalt     | s2      |            | 2025-01-21 | 1      | usage_daily
        cobalt     | s3      |            | 2025-03-18 | 1      | usage_daily
        cobalt     | s3      |            | 2025-03-17 | 1      | usage_daily
        cobalt     | s3      |            | 2025-03-10 | 1      | usage_daily
        cobalt     | s3      |            | 2025-01-21 | 1      | usage_daily
        dovetail   | q1      |            | 2025-03-17 | 1      | usage_daily
        dovetail   | q1      |            | 2025-03-10 | 1      | usage_daily
        dovetail   | q1      |            | 2025-01-21 | 1      | usage_daily
        dovetail   | q2      |            | 2025-03-17 | 1      | usage_daily
        dovetail   | q2      |            | 2025-03-10 | 1      | usage_daily
        dovetail   | q2      |            | 2025-01-21 | 1      | usage_daily
        dovetail   | q3      |            | 2025-03-17 | 1      | usage_daily
        dovetail   | q3      |            | 2025-03-10 | 1      | usage_daily
        dovetail   | q3      |            | 2025-01-21 | 1      | usage_daily
        dovetail   | q4      |            | 2025-03-17 | 1      | usage_daily
        dovetail   | q4      |            | 2025-03-10 | 1      | usage_daily
        dovetail   | q4      |            | 2025-01-21 | 1      | usage_daily
        dovetail   | q5      |            | 2025-03-17 | 1      | usage_daily
        dovetail   | q5      |            | 2025-03-10 | 1      | usage_daily
        dovetail   | q5      |            | 2025-01-21 | 1      | usage_daily
    expect: |
      entity   | component | value | status
      acorn    |           | 1     | OK
      cobalt   |           | 0     | OK
      cobalt   | count     | 0     | OK
      dovetail |           | 1     | OK
      ember    |           |       | ZERO_DENOMINATOR
      (all)    |           | 0.25  | OK
      (all)    | count     | 1     | OK
---*/
