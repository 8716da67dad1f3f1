/*---
condition: p1_open
title:     Critical ticket open
means:     A critical ticket was created more than 7 days before the day and is not solved.
reads:     [fact.ticket]
sources:   [ticket]
---*/
select distinct
    period.id as period_id,
    ticket.account_id
from period
join fact.ticket
    on  period.as_of_day - ticket.created_day > critical_ticket_days()
    and (ticket.solved_day is null or ticket.solved_day > period.as_of_day)
where ticket.priority = 'critical'

/*---
examples:
  - name: the eighth day is too long, the seventh is not
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.ticket: |
        ticket_id | account_id | priority | created_day | solved_day
        t1        | acorn      | critical | 2025-03-23  |
        t2        | cobalt     | critical | 2025-03-24  |
    expect: |
      entity | holds
      acorn  | true
      cobalt | false

  - name: solved or not critical is not open
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.ticket: |
        ticket_id | account_id | priority | created_day | solved_day
        t1        | acorn      | critical | 2025-03-01  | 2025-03-31
        t2        | cobalt     | high     | 2025-03-01  |
        t3        | dovetail   | critical | 2025-03-01  | 2025-04-01
    expect: |
      entity   | holds
      acorn    | false
      cobalt   | false
      dovetail | true
---*/
