/*---
metric:   touch_frequency
title:    Touch frequency
question: How often were we in contact, against how often we mean to be?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   30 days fixed
reads:    [fact.touch_pace, fact.customer_day]
sources:  [touch]
absent:   no data
bounds:   [0, 1e6]
tags:     [health, team]
owner:    customer-success
version:  1
meaning: |
  Touches of the last 30 days over the target of the account's tier: four where we are close, two
  from afar, three without a tier. Above 1 we spoke more than we mean to.
caveats:
  - Groups add touches and targets of their customers before dividing.
related:  [touch_count, days_since_last_communication]
---*/
select
    period.id as period_id,
    touch_pace.account_id,
    touch_pace.touches as numerator,
    touch_pace.target  as denominator
from period
join fact.touch_pace
    on touch_pace.day_number = period.as_of_day

--- groups: of customers alone, since nobody means to speak with those who left
select
    member.period_id,
    member.entity_id,
    cast(sum(touch_pace.touches) as bigint) as numerator,
    cast(sum(touch_pace.target) as bigint)  as denominator
from member
join period
    on period.id = member.period_id
join fact.customer_day
    on  customer_day.account_id = member.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
join fact.touch_pace
    on  touch_pace.account_id = member.account_id
    and touch_pace.day_number = period.as_of_day
group by member.period_id, member.entity_id

/*---
examples:
  - name: against the tier of the day, and groups add before dividing
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
        cobalt     | 2025-05-31 | true
        dovetail   | 2025-05-31 | true
      fact.tier: |
        account_id | tier       | start_day  | end_day
        acorn      | low_touch  | 2024-01-01 | 2025-05-31
        acorn      | high_touch | 2025-05-31 |
        cobalt     | low_touch  | 2024-01-01 |
      fact.touch: |
        account_id | channel | day_number
        acorn      | email   | 2025-05-02
        acorn      | email   | 2025-05-01
        cobalt     | email   | 2025-05-29
        cobalt     | phone   | 2025-05-29
        cobalt     | phone   | 2025-05-30
        cobalt     | phone   | 2025-06-01
    expect: |
      entity   | value          | numerator | denominator
      acorn    | 0.25           | 1         | 4
      cobalt   | 1.5            | 3         | 2
      dovetail | 0              | 0         | 3
      ember    | 0              | 0         | 3
      (all)    | 0.444444444444 | 4         | 9

  - name: nobody listening is no zero
    as_of: 2025-05-31
    missing: [touch]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.tier: |
        account_id | tier | start_day | end_day
      fact.customer_day: |
        account_id | day_number | is_paying
      fact.touch: |
        account_id | channel | day_number
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING
---*/
