/*---
metric:   ticket_topic_share
title:    Topics of tickets
question: What share of the tickets is about each topic?
kind:     ratio
unit:     fraction
better:   neither
per:      [account, segment, company]
window:   ticket_days
reads:    [fact.ticket, fact.topic]
sources:  [ticket, ticket_topic]
absent:   zero denominator
bounds:   [0, 1e6]
components: [hhi]
members:  dated
stalls_after: 3
tags:     [health]
owner:    support-operations
version:  1
meaning: |
  Tickets about a topic over all tickets of the window, one line for each topic, such as
  topic=billing. The component hhi says how much it is always the same thing: the sum of the squared
  shares, 1 when every ticket is about one topic.
caveats:
  - A ticket may be about several topics, so the shares may add up to more than 1, or about none.
  - A topic that nobody asked about in the window has no line; one that only others asked about is 0.
related:  [ticket_volume]
---*/
with asked as (
    select period.id as period_id, ticket.account_id, ticket.ticket_id
    from period
    join fact.ticket
        on  ticket.created_day >= period.start_day
        and ticket.created_day <  period.end_day
),
every as (
    select period_id, account_id, count(*) as tickets
    from asked
    group by period_id, account_id
),
named as (
    select asked.period_id, asked.account_id, topic.topic, count(*) as tickets
    from asked
    join fact.topic
        on topic.ticket_id = asked.ticket_id
    group by asked.period_id, asked.account_id, topic.topic
)
-- A topic that others ask about and these do not is at zero.
select
    every.period_id,
    every.account_id,
    'topic=' || known.topic    as component,
    coalesce(named.tickets, 0) as numerator,
    every.tickets              as denominator
from every
join (select distinct period_id, topic from named) as known
    on known.period_id = every.period_id
left join named
    on  named.period_id = every.period_id
    and named.account_id = every.account_id
    and named.topic = known.topic
union all
select
    every.period_id,
    every.account_id,
    'hhi' as component,
    cast(sum(coalesce(named.tickets, 0) * coalesce(named.tickets, 0)) as bigint) as numerator,
    every.tickets * every.tickets as denominator
from every
left join named
    on  named.period_id = every.period_id
    and named.account_id = every.account_id
group by every.period_id, every.account_id, every.tickets

--- groups: tickets of those who belonged when they were created
with asked as (
    select member.period_id, member.entity_id, ticket.ticket_id
    from member
    join period
        on period.id = member.period_id
    join fact.ticket
        on  ticket.account_id = member.account_id
        and ticket.created_day >= greatest(period.start_day, member.start_day)
        and ticket.created_day <  least(period.end_day, coalesce(member.end_day, 2147483647))
),
every as (
    select period_id, entity_id, count(*) as tickets
    from asked
    group by period_id, entity_id
),
named as (
    select asked.period_id, asked.entity_id, topic.topic, count(*) as tickets
    from asked
    join fact.topic
        on topic.ticket_id = asked.ticket_id
    group by asked.period_id, asked.entity_id, topic.topic
)
-- A topic that others ask about and these do not is at zero.
select
    every.period_id,
    every.entity_id,
    'topic=' || known.topic    as component,
    coalesce(named.tickets, 0) as numerator,
    every.tickets              as denominator
from every
join (select distinct period_id, topic from named) as known
    on known.period_id = every.period_id
left join named
    on  named.period_id = every.period_id
    and named.entity_id = every.entity_id
    and named.topic = known.topic
union all
select
    every.period_id,
    every.entity_id,
    'hhi' as component,
    cast(sum(coalesce(named.tickets, 0) * coalesce(named.tickets, 0)) as bigint) as numerator,
    every.tickets * every.tickets as denominator
from every
left join named
    on  named.period_id = every.period_id
    and named.entity_id = every.entity_id
group by every.period_id, every.entity_id, every.tickets

--- rows: every ticket for every topic, and those about it
with asked as (
    select period.id as period_id, ticket.*
    from period
    join fact.ticket
        on  ticket.created_day >= period.start_day
        and ticket.created_day <  period.end_day
)
select
    asked.period_id,
    asked.account_id,
    line.part,
    'topic=' || known.topic as component,
    1                       as amount,
    'ticket'                as record_table,
    asked.ticket_id         as record_id,
    asked.created_day       as day_number
from asked
join (
    select distinct asked.period_id, topic.topic
    from asked
    join fact.topic
        on topic.ticket_id = asked.ticket_id
) as known
    on known.period_id = asked.period_id
left join fact.topic
    on  topic.ticket_id = asked.ticket_id
    and topic.topic = known.topic
join (values ('numerator'), ('denominator')) as line(part)
    on line.part = 'denominator' or topic.topic is not null

/*---
examples:
  - name: half, three tenths and a fifth are as concentrated as 0.38
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.ticket: |
        ticket_id | account_id | created_day
        t0        | acorn      | 2025-03-01
        t1        | acorn      | 2025-03-01
        t2        | acorn      | 2025-03-01
        t3        | acorn      | 2025-03-01
        t4        | acorn      | 2025-03-01
        t5        | acorn      | 2025-03-01
        t6        | acorn      | 2025-03-01
        t7        | acorn      | 2025-03-01
        t8        | acorn      | 2025-03-01
        t9        | acorn      | 2025-03-01
        c1        | cobalt     | 2025-03-01
        c2        | cobalt     | 2024-12-31
      fact.topic: |
        ticket_id | topic
        t0        | billing
        t1        | billing
        t2        | billing
        t3        | billing
        t4        | billing
        t5        | sign-in
        t6        | sign-in
        t7        | sign-in
        t8        | export
        t9        | export
        c2        | mobile
    expect: |
      entity   | component     | value          | status
      acorn    | topic=billing | 0.5            | OK
      acorn    | topic=sign-in | 0.3            | OK
      acorn    | topic=export  | 0.2            | OK
      acorn    | hhi           | 0.38           | OK
      cobalt   | topic=billing | 0              | OK
      cobalt   | hhi           | 0              | OK
      dovetail | topic=billing |                | ZERO_DENOMINATOR
      dovetail | hhi           |                | ZERO_DENOMINATOR
      (all)    | topic=billing | 0.454545454545 | OK
      (all)    | hhi           | 0.314049586777 | OK

  - name: one ticket about two things counts for both
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.ticket: |
        ticket_id | account_id | created_day
        t1        | acorn      | 2025-03-01
        t2        | acorn      | 2025-03-01
      customer.ticket_topic: |
        ticket_id | topic
        t1        | Billing
        t1        | billing
        t1        | export
        t2        | billing
    expect: |
      entity | component     | value
      acorn  | topic=billing | 1
      acorn  | topic=export  | 0.5
      (all)  | topic=billing | 1
---*/
