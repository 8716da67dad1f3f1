/*---
condition: tier
title:     Tier
means:     Whether the account is looked after closely (high_touch) or from afar (low_touch).
answers:   word
reads:     [fact.tier]
sources:   [account]
---*/
select
    period.id as period_id,
    member.account_id,
    member.tier as value
from period
join fact.tier as member
    on  member.start_day <= period.as_of_day
    and (member.end_day is null or member.end_day > period.as_of_day)

/*---
examples:
  - name: an account has the tier of the day
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.tier: |
        account_id | tier       | start_day  | end_day
        acorn      | low_touch  | 2024-01-01 | 2025-03-31
        acorn      | high_touch | 2025-03-31 |
    expect: |
      entity | value
      acorn  | high_touch

  - name: an account without a tier has none
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.tier: |
        account_id | tier | start_day | end_day
    expect: |
      entity | value
      acorn  |
---*/
