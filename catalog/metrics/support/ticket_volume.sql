/*---
metric:   ticket_volume
title:    Support tickets
question: How many times did customers ask for help in the window?
kind:     count
unit:     tickets
better:   middle
per:      [account, segment, csm, company]
window:   90 days
reads:    [fact.ticket]
sources:  [ticket]
absent:   zero
bounds:   [0, 1e12]
stalls_after: 3
tags:     [health]
owner:    support-operations
version:  1
meaning: |
  Tickets created in the window. Too few is a warning as well as too many: silence is not success.
caveats:
  - Spam, internal and outbound tickets, merged duplicates and the children of an incident are out.
  - Zero means a help desk is connected and nobody wrote.
related:  [tickets_per_100_seats]
---*/
select
    period.id as period_id,
    ticket.account_id,
    count(*) as value
from period
join fact.ticket
    on  ticket.created_day >= period.start_day
    and ticket.created_day <  period.end_day
group by period.id, ticket.account_id

/*---
examples:
  - name: the ninetieth day back counts, and a quiet account is at zero
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.ticket: |
        ticket_id | account_id | created_day
        t1        | acorn      | 2025-01-01
        t2        | acorn      | 2025-03-31
        t3        | acorn      | 2024-12-31
        t4        | acorn      | 2025-04-01
    expect: |
      entity | value
      acorn  | 2
      cobalt | 0
      (all)  | 2

  - name: no help desk, no zero
    as_of: 2025-03-31
    missing: [ticket]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.ticket: |
        ticket_id | account_id | created_day
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING
      (all)  |       | SOURCE_MISSING
---*/
