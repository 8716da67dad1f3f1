/*---
condition: no_usage
title:     Nobody uses it
means:     The account has paid for 30 days in a row and nobody has used the product in 30 days.
reads:     [fact.customer_day, fact.account_usage_day, fact.account_day]
begins_with: fact.account_day
begins_before: 29
sources:   [usage_event or usage_daily, subscription_segment]
stalls_after: 3
---*/
select
    period.id as period_id,
    customer_day.account_id
from period
-- A feed that is younger than the window cannot have seen 30 days of silence.
join begun
    on begun.first_day <= period.as_of_day - 29
join fact.customer_day
    on  customer_day.day_number = period.as_of_day
    and customer_day.is_paying
    and period.as_of_day - customer_day.paying_since_day >= 29
left join fact.account_usage_day
    on  account_usage_day.account_id = customer_day.account_id
    and account_usage_day.day_number = period.as_of_day
where account_usage_day.account_id is null

/*---
examples:
  - name: thirty days of paying and silence
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-02 | 1
        cobalt     | 2025-03-01 | 1
      fact.user_day: |
        account_id | user_id | day_number
      fact.customer_day: |
        account_id | day_number | is_paying | counts_as_logo | paying_since_day
        acorn      | 2025-03-31 | true      | true           | 2024-01-01
        cobalt     | 2025-03-31 | true      | true           | 2025-03-02
        dovetail   | 2025-03-31 | true      | true           | 2025-03-03
    expect: |
      entity   | holds
      acorn    | false
      cobalt   | true
      dovetail | false

  - name: a feed that began last week has not seen a silent month
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-25 | 1
      fact.user_day: |
        account_id | user_id | day_number
      fact.customer_day: |
        account_id | day_number | is_paying | counts_as_logo | paying_since_day
        cobalt     | 2025-03-31 | true      | true           | 2024-01-01
    expect: |
      entity | holds
      cobalt | false
---*/
