/*---
condition: cancel_notice
title:     Notice given
means:     A cancellation was requested, or a contract decided lost, and it has not yet ended.
reads:     [fact.notice]
sources:   [subscription_event or contract]
---*/
select distinct
    period.id as period_id,
    notice.account_id
from period
join fact.notice
    on  notice.start_day <= period.as_of_day
    and notice.end_day   >  period.as_of_day

/*---
examples:
  - name: from the day it takes effect until what it ends has ended
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.notice: |
        account_id | start_day  | end_day
        acorn      | 2025-03-31 | 2025-06-01
        cobalt     | 2025-04-01 | 2025-06-01
        dovetail   | 2025-01-01 | 2025-03-31
    expect: |
      entity   | holds
      acorn    | true
      cobalt   | false
      dovetail | false

  - name: nobody can say where neither notices nor contracts are kept
    as_of: 2025-03-31
    missing: [subscription_event]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.notice: |
        account_id | start_day  | end_day
    expect: |
      entity | holds
      acorn  |
---*/
