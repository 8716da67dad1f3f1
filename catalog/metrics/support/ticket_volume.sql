/*---
metric:   ticket_volume
title:    Support tickets
question: How many times did customers ask for help in the window?
kind:     count
unit:     tickets
better:   middle
per:      [account, segment, csm, company]
window:   ticket_days
reads:    [fact.ticket, fact.incident_child, fact.account, fact.touch, fact.account_usage_day]
sources:  [ticket]
absent:   zero
bounds:   [0, 1e12]
components: [headline, backlog, incident_children]
members:  dated
stalls_after: 3
tags:     [health]
owner:    support-operations
version:  2
meaning: |
  Tickets created in the window. Too few is a warning as well as too many: silence is not success.

  The component backlog counts those of any age that are open at the end, and incident_children the
  ones that were folded into an incident of many.
caveats:
  - Spam, internal and outbound tickets, merged duplicates and the children of an incident are out.
  - Zero means a help desk is connected and nobody wrote. When nobody spoke with the account either,
    and fewer people use the product than when the window began, the warning silent says so.
  - A ticket counts for the segment, and for whoever looked after the account, when it was created.
related:  [tickets_per_100_seats, ticket_topic_share]
---*/
select
    period.id as period_id,
    ticket.account_id,
    line.component,
    count(*) as value,
    cast(null as string) as warning
from period
join fact.ticket
    on ticket.created_day < period.end_day
join (values (''), ('backlog')) as line(component)
    on  (line.component = '' and ticket.created_day >= period.start_day)
    or  (line.component = 'backlog' and coalesce(ticket.solved_day, 2147483647) >= period.end_day)
group by period.id, ticket.account_id, line.component
union all
select period.id, child.account_id, 'incident_children', count(*), null
from period
join fact.incident_child as child
    on  child.created_day >= period.start_day
    and child.created_day <  period.end_day
group by period.id, child.account_id
union all
select period.id, account.account_id, '', 0, 'silent'
from period
cross join fact.account
join fact.account_usage_day as before
    on  before.account_id = account.account_id
    and before.day_number = period.start_day - 1
left join fact.account_usage_day as now
    on  now.account_id = account.account_id
    and now.day_number = period.end_day - 1
where coalesce(now.mau, 0) < before.mau
-- Without any touches on record nobody can say that there were none.
and exists (select 1 from fact.touch where touch.day_number < period.start_day)
and not exists (
    select 1
    from fact.touch
    where touch.account_id = account.account_id
    and touch.day_number >= period.start_day
    and touch.day_number <  period.end_day
)
and not exists (
    select 1
    from fact.ticket
    where ticket.account_id = account.account_id
    and ticket.created_day >= period.start_day
    and ticket.created_day <  period.end_day
)

--- groups: tickets of those who belonged when they were created
select
    member.period_id,
    member.entity_id,
    line.component,
    count(*) as value
from member
join period
    on period.id = member.period_id
join (
    select account_id, created_day, solved_day, false as is_child from fact.ticket
    union all
    select account_id, created_day, created_day as solved_day, true from fact.incident_child
) as ticket
    on  ticket.account_id = member.account_id
    and ticket.created_day < period.end_day
join (values (''), ('backlog'), ('incident_children')) as line(component)
    on case line.component
        -- What is open is the work of whoever has the account at the end.
        when 'backlog' then
            not ticket.is_child and coalesce(ticket.solved_day, 2147483647) >= period.end_day
            and member.start_day < period.end_day
            and coalesce(member.end_day, 2147483647) >= period.end_day
        else
            ticket.is_child = (line.component = 'incident_children')
            and ticket.created_day >= greatest(period.start_day, member.start_day)
            and ticket.created_day <  coalesce(member.end_day, 2147483647)
    end
group by member.period_id, member.entity_id, line.component

--- rows: every ticket
select
    period.id as period_id,
    ticket.account_id,
    'value'            as part,
    line.component,
    1                  as amount,
    'ticket'           as record_table,
    ticket.ticket_id   as record_id,
    case
        when line.component = 'backlog' then period.end_day - 1
        else ticket.created_day
    end as day_number
from period
join (
    select ticket_id, account_id, created_day, solved_day, false as is_child from fact.ticket
    union all
    select ticket_id, account_id, created_day, created_day, true from fact.incident_child
) as ticket
    on ticket.created_day < period.end_day
join (values (''), ('backlog'), ('incident_children')) as line(component)
    on case line.component
        when 'backlog' then
            not ticket.is_child and coalesce(ticket.solved_day, 2147483647) >= period.end_day
        else
            ticket.is_child = (line.component = 'incident_children')
            and ticket.created_day >= period.start_day
    end

/*---
examples:
  - name: the ninetieth day back counts, and a quiet account is at zero
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.touch: |
        account_id | channel | day_number
      fact.account_usage_day: |
        account_id | day_number | mau
      fact.incident_child: |
        account_id | created_day
      fact.ticket: |
        ticket_id | account_id | created_day | solved_day
        t1        | acorn      | 2025-01-01  | 2025-03-31
        t2        | acorn      | 2025-03-31  | 2025-04-01
        t3        | acorn      | 2024-12-31  |
        t4        | acorn      | 2025-04-01  |
    expect: |
      entity | component | value
      acorn  |           | 2
      acorn  | backlog   | 2
      cobalt |           | 0
      cobalt | backlog   | 0
      (all)  |           | 2
      (all)  | backlog   | 2

  - name: of an incident with three children one ticket counts, and so of two that were merged
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.touch: |
        account_id | channel | day_number
      fact.account_usage_day: |
        account_id | day_number | mau
      customer.ticket: |
        id | account_id | created_at             | direction | merged_into | incident_of | is_spam
        t1 | acorn      | 2025-03-01 09:00:00+00 | inbound   |             |             | false
        t2 | acorn      | 2025-03-01 09:00:00+00 | inbound   |             | t1          | false
        t3 | acorn      | 2025-03-01 09:00:00+00 | inbound   |             | t1          | false
        t4 | acorn      | 2025-03-01 09:00:00+00 | inbound   |             | t1          | false
        t5 | acorn      | 2025-03-02 09:00:00+00 | inbound   | t6          |             | false
        t6 | acorn      | 2025-03-02 09:00:00+00 | inbound   |             |             | false
        t7 | acorn      | 2025-03-02 09:00:00+00 | outbound  |             |             | false
        t8 | acorn      | 2025-03-02 09:00:00+00 | internal  |             |             | false
        t9 | acorn      | 2025-03-02 09:00:00+00 | inbound   |             |             | true
    expect: |
      entity | component         | value
      acorn  |                   | 2
      acorn  | incident_children | 3
      (all)  |                   | 2
      (all)  | incident_children | 3

  - name: nobody asks, nobody is spoken with, and fewer use it, which is silence and not peace
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id  | counts_as_logo
        acorn       | true
        brightwater | true
        cobalt      | true
        ember       | true
      fact.touch: |
        account_id | channel | day_number
        cobalt     | email   | 2025-01-01
        ember      | email   | 2024-12-31
      fact.account_usage_day: |
        account_id  | day_number | mau
        acorn       | 2024-12-31 | 20
        acorn       | 2025-03-31 | 20
        brightwater | 2024-12-31 | 20
        brightwater | 2025-03-31 | 12
        cobalt      | 2024-12-31 | 20
        cobalt      | 2025-03-31 | 12
        ember       | 2024-12-31 | 1
      fact.incident_child: |
        account_id | created_day
      fact.ticket: |
        ticket_id | account_id | created_day
        t1        | ember      | 2025-03-01
    expect: |
      entity      | value | status | warnings
      acorn       | 0     | OK     |
      brightwater | 0     | OK     | silent
      cobalt      | 0     | OK     |
      ember       | 1     | OK     |

  - name: no help desk, no zero
    as_of: 2025-03-31
    missing: [ticket]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.touch: |
        account_id | channel | day_number
      fact.account_usage_day: |
        account_id | day_number | mau
      fact.incident_child: |
        account_id | created_day
      fact.ticket: |
        ticket_id | account_id | created_day
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING
      (all)  |       | SOURCE_MISSING
---*/
