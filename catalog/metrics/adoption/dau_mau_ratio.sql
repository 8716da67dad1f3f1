/*---
metric:   dau_mau_ratio
title:    DAU / MAU
question: On a typical day, what share of this month's users came back?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company, feature]
window:   monthly_active_days fixed
reads:    [fact.comeback_day, fact.business_days, fact.user_day, fact.usage_day]
sources:  [usage_event or usage_daily]
absent:   zero denominator
bounds:   [0, 1.5]
components: [headline, business_days]
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
rows_read: [fact.first_paid]
tags:     [usage, health]
owner:    product-analytics
version:  2
meaning: |
  The days on which people came, over the days on which they could have come: each user of the last
  30 days on each of these days. It is the mean number of daily users over the different people of
  the month. 0.50 means the average user turns up every other day; 0.04 is about once a month.
  Compare an account with its own past before comparing it with others.
caveats:
  - A source that does not say who used the product gives no value.
  - The mean over 30 days, never a single day, so weekends are in it at their weight. The line
    business_days spreads the same visits over Monday to Friday and may pass 1; a workspace may make
    it the headline.
  - Without users there is no ratio. It is not a ratio of zero.
  - An account that first paid less than 30 days ago is measured by the days since, at least 7, and
    is remarked on as young_account. Groups look at all of the 30 days.
  - A group divides different people by different people.
related:  [mau, dau, wau_mau_ratio, dau_mau_vs_target]
---*/
select
    period.id as period_id,
    comeback_day.account_id,
    line.component,
    comeback_day.user_days as numerator,
    comeback_day.users * case
        when line.component = 'business_days' then comeback_day.business_days
        else comeback_day.divisor
    end as denominator,
    case when comeback_day.is_young then 'young_account' end as warning
from period
join fact.comeback_day
    on comeback_day.day_number = period.as_of_day
cross join (values (''), ('business_days')) as line (component)

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
),
counted as (
    select
        period_id,
        entity_id,
        count(*)                as user_days,
        count(distinct user_id) as users
    from visit
    group by period_id, entity_id
)
select
    counted.period_id,
    counted.entity_id,
    line.component,
    counted.user_days as numerator,
    counted.users * case
        when line.component = 'business_days' then business_days.business_days
        else business_days.divisor
    end as denominator
from counted
join period
    on period.id = counted.period_id
join fact.business_days
    on  business_days.day_number = period.as_of_day
    and business_days.days = period.days
cross join (values (''), ('business_days')) as line (component)

--- feature: of those who used it, the share that did on a typical day
with visit as (
    select distinct
        period.id as period_id,
        business_days.divisor,
        usage_day.feature_id,
        usage_day.user_id,
        usage_day.day_number
    from period
    join fact.business_days
        on  business_days.day_number = period.as_of_day
        and business_days.days = period.days
    join fact.usage_day
        on  usage_day.day_number >= period.start_day
        and usage_day.day_number <  period.end_day
        and usage_day.feature_id is not null
        and usage_day.user_id is not null
)
select
    period_id,
    feature_id as entity_id,
    count(*)                          as numerator,
    count(distinct user_id) * divisor as denominator
from visit
group by period_id, feature_id, divisor

--- rows: each visit, and each person with the days on which they could have come
with asked as (
    select
        period.id as period_id,
        period.end_day,
        -- Asked about one young account, we look at its own days.
        least(
            greatest(period.end_day - coalesce(first_paid.day_number, 0), young_account_days()),
            period.days
        ) as days,
        asked_entity.id as account_id
    from period
    cross join asked_entity
    left join fact.first_paid
        on first_paid.account_id = asked_entity.id
),
visit as (
    select
        asked.period_id,
        usage_day.account_id,
        usage_day.user_id,
        usage_day.feature_id,
        usage_day.day_number,
        business_days.divisor,
        usage_day.record_table
    from asked
    join fact.business_days
        on  business_days.day_number = asked.end_day - 1
        and business_days.days = asked.days
    join fact.usage_day
        on  usage_day.day_number >= asked.end_day - asked.days
        and usage_day.day_number <  asked.end_day
        and usage_day.user_id is not null
)
select
    visit.*,
    'numerator' as part,
    1           as amount,
    visit.user_id || ' ' || visit.day_number as item
from visit
union all
select distinct
    visit.period_id,
    visit.account_id,
    visit.user_id,
    visit.feature_id,
    cast(null as integer) as day_number,
    visit.divisor,
    visit.record_table,
    'denominator' as part,
    visit.divisor as amount,
    visit.user_id as item
from visit

/*---
examples:
  - name: people are added before dividing, and ann at two accounts on one day is one visit
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.first_paid: |
        account_id | day_number
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     | boards     | 2025-03-29 | 1      | usage_daily
        acorn      | ann     | boards     | 2025-03-30 | 1      | usage_daily
        acorn      | ann     | boards     | 2025-03-31 | 1      | usage_daily
        cobalt     | cy      |            | 2025-03-31 | 1      | usage_daily
        cobalt     | di      |            | 2025-03-31 | 1      | usage_daily
        cobalt     | ed      |            | 2025-03-31 | 1      | usage_daily
        cobalt     | ann     |            | 2025-03-31 | 1      | usage_daily
    expect: |
      entity | value          | numerator | denominator
      acorn  | 0.1            | 3         | 30
      cobalt | 0.033333333333 | 4         | 120
      (all)  | 0.05           | 6         | 120

  - name: 36 days of four people are 0.30, or 0.409091 of 22 business days, whatever day it is today
    as_of: 2025-04-01
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.first_paid: |
        account_id | day_number
      fact.usage_day: |
        account_id | user_id | feature_id | day_number             | events | record_table
        acorn      | u1      |            | 2025-03-03..2025-03-22 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-10..2025-03-19 | 1      | usage_daily
        acorn      | u3      |            | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u4      |            | 2025-03-10             | 1      | usage_daily
    expect: |
      entity | component     | value          | numerator | denominator
      acorn  |               | 0.30           | 36        | 120
      acorn  | business_days | 0.409090909091 | 36        | 88
      (all)  |               | 0.30           | 36        | 120
      (all)  | business_days | 0.409090909091 | 36        | 88

  - name: a workspace that goes by business days
    as_of: 2025-04-01
    settings: {business_days_only: true}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.first_paid: |
        account_id | day_number
      fact.usage_day: |
        account_id | user_id | feature_id | day_number             | events | record_table
        acorn      | u1      |            | 2025-03-03..2025-03-22 | 1      | usage_daily
        acorn      | u2      |            | 2025-03-10..2025-03-19 | 1      | usage_daily
        acorn      | u3      |            | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u4      |            | 2025-03-10             | 1      | usage_daily
    expect: |
      entity | value          | numerator | denominator
      acorn  | 0.409090909091 | 36        | 88
      (all)  | 0.409090909091 | 36        | 88

  - name: a Sunday without anybody does not make a month of nobody
    as_of: 2025-03-30
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.first_paid: |
        account_id | day_number
      fact.usage_day: |
        account_id | user_id | feature_id | day_number             | events | record_table
        acorn      | ann     |            | 2025-03-24..2025-03-28 | 1      | usage_daily
    expect: |
      entity | value          | numerator | denominator
      acorn  | 0.166666666667 | 5         | 30
      (all)  | 0.166666666667 | 5         | 30

  - name: 45 days of nine people with one feature are a sixth, whatever else they use
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.first_paid: |
        account_id | day_number
      fact.usage_day: |
        account_id | user_id | feature_id | day_number             | events | record_table
        acorn      | u1      | boards     | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u2      | boards     | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u3      | boards     | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u4      | boards     | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u5      | boards     | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u6      | boards     | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u7      | boards     | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u8      | boards     | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u9      | boards     | 2025-03-10..2025-03-14 | 1      | usage_daily
        acorn      | u1      | plans      | 2025-03-20..2025-03-24 | 1      | usage_daily
    expect: |
      entity | grain   | value          | numerator | denominator
      boards | feature | 0.166666666667 | 45        | 270
      plans  | feature | 0.166666666667 | 5         | 30

  - name: an account that paid for 10 days is judged by 10, one that paid for 3 by 7
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.first_paid: |
        account_id | day_number
        acorn      | 2025-03-22
        cobalt     | 2025-03-29
        dovetail   | 2025-03-02
      fact.usage_day: |
        account_id | user_id | feature_id | day_number             | events | record_table
        acorn      | ann     |            | 2025-03-20..2025-03-26 | 1      | usage_daily
        cobalt     | bob     |            | 2025-03-23..2025-03-26 | 1      | usage_daily
        dovetail   | cy      |            | 2025-03-02..2025-03-07 | 1      | usage_daily
    expect: |
      entity   | value          | numerator | denominator | warnings
      acorn    | 0.5            | 5         | 10          | young_account
      cobalt   | 0.285714285714 | 2         | 7           | young_account
      dovetail | 0.2            | 6         | 30          |
      (all)    | 0.188888888889 | 17        | 90          |

  - name: nobody came for a month, which is no ratio and not a ratio of zero
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.first_paid: |
        account_id | day_number
      fact.usage_day: |
        account_id | user_id | feature_id | day_number | events | record_table
        acorn      | ann     |            | 2025-01-10 | 1      | usage_daily
    expect: |
      entity | value | status
      acorn  |       | ZERO_DENOMINATOR
      (all)  |       | ZERO_DENOMINATOR
---*/
