/*---
condition: tenure_days
title:     Days as a customer
means:     Days since the account became a customer; 0 on the first day.
answers:   number
reads:     [fact.account]
sources:   [account]
---*/
select
    period.id as period_id,
    account.account_id,
    period.as_of_day - account.customer_since_day as value
from period
join fact.account
    on account.customer_since_day <= period.as_of_day

/*---
examples:
  - name: the first day is day 0 and the ninetieth is day 89
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo | customer_since_day
        acorn      | true           | 2025-03-31
        cobalt     | true           | 2025-01-01
    expect: |
      entity | value
      acorn  | 0
      cobalt | 89

  - name: who is to become a customer later has no days yet
    as_of: 2025-03-30
    given:
      fact.account: |
        account_id | counts_as_logo | customer_since_day
        acorn      | true           | 2025-03-31
        cobalt     | true           |
    expect: |
      entity | value
      acorn  |
      cobalt |
---*/
