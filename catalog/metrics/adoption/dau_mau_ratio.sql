/*---
metric:   dau_mau_ratio
title:    DAU / MAU
question: On a typical day, what share of this month's users came back?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   30 days fixed
reads:    [fact.account_usage_day, fact.user_day]
sources:  [usage_event or usage_daily]
absent:   zero denominator
bounds:   [0, 1]
begins_with: fact.user_day
stalls_after: 3
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  The mean number of daily users of the last 30 days over the different people of those days. 0.50
  means the average user turns up every other day; 0.04 is about once a month. Compare an account
  with its own past before comparing it with others.
caveats:
  - A source that does not say who used the product gives no value.
  - The mean over 30 days, never a single day, so weekends are in it at their weight.
  - Without users there is no ratio. It is not a ratio of zero.
  - A group divides different people by different people.
related:  [mau, dau]
---*/
select
    period.id as period_id,
    account_usage_day.account_id,
    -- One user-day is one person on one day, so user-days over 30 is the mean daily count.
    cast(account_usage_day.user_days / 30.0 as decimal(38, 10)) as numerator,
    account_usage_day.mau as denominator
from period
join fact.account_usage_day
    on account_usage_day.day_number = period.as_of_day
where account_usage_day.mau > 0

--- groups: a person of two accounts is one person, on one day too
with visit as (
    select distinct member.period_id, member.entity_id, user_day.user_id, user_day.day_number
    from member
    join period
        on period.id = member.period_id
    join fact.user_day
        on  user_day.account_id = member.account_id
        and user_day.day_number >= period.start_day
        and user_day.day_number <  period.end_day
)
select
    period_id,
    entity_id,
    cast(count(*) / 30.0 as decimal(38, 10)) as numerator,
    count(distinct user_id)                as denominator
from visit
group by period_id, entity_id

/*---
examples:
  - name: people are added before dividing, so big accounts weigh more
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-30 | 1
        acorn      | 2025-03-31 | 1
        cobalt     | 2025-03-31 | 3
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | ann     | 2025-03-29
        acorn      | ann     | 2025-03-30
        acorn      | ann     | 2025-03-31
        cobalt     | cy      | 2025-03-31
        cobalt     | di      | 2025-03-31
        cobalt     | ed      | 2025-03-31
    expect: |
      entity | value
      acorn  | 0.1
      cobalt | 0.033333333333
      (all)  | 0.05

  - name: 36 user-days of four people are 0.30
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-31 | 1
      fact.account_usage_day: |
        account_id | day_number | user_days | mau
        acorn      | 2025-03-31 | 36        | 4
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | u1      | 2025-03-02
    expect: |
      entity | value | numerator | denominator
      acorn  | 0.30  | 1.2       | 4

  - name: nobody came for a month
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-01-10 | 1
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | ann     | 2025-01-10
    expect: |
      entity | value | status
      acorn  |       | ZERO_DENOMINATOR
---*/
