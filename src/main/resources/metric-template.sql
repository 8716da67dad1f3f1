/*---
metric:   {id}
title:    {title}
question: On how many of the last seven days did somebody use the product?
kind:     count
unit:     days
better:   higher
per:      [account, company]
window:   7 days fixed
reads:    [fact.account_day]
sources:  [usage_event or usage_daily]
absent:   zero
bounds:   [0, 1e9]
tags:     [usage]
owner:    {owner}
version:  1
meaning: |
  Write here how to read the number: what is much, what is little, and what it does not tell.
caveats:
  - A group adds the days of its accounts.
---*/
select
    period.id as period_id,
    account_day.account_id,
    count(*) as value
from period
join fact.account_day
    on  account_day.day_number >= period.start_day
    and account_day.day_number <  period.end_day
where account_day.events > 0
group by period.id, account_day.account_id

/*---
examples:
  - name: the eighth day back is out, and a group adds up
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.account_day: |
        account_id | day_number | events
        acorn      | 2025-03-24 | 3
        acorn      | 2025-03-25 | 3
        acorn      | 2025-03-31 | 1
        cobalt     | 2025-03-31 | 2
    expect: |
      entity | value
      acorn  | 2
      cobalt | 1
      (all)  | 3

  - name: a quiet account has a zero, because we looked
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        dovetail   | true
      fact.account_day: |
        account_id | day_number | events
    expect: |
      entity   | value | status
      dovetail | 0     | OK
---*/
