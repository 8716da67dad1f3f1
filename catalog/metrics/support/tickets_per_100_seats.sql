/*---
metric:   tickets_per_100_seats
title:    Tickets per 100 seats
question: How often do 100 people of this account ask for help in a month?
kind:     ratio
unit:     tickets
better:   middle
per:      [account, segment, csm, company]
window:   ticket_days
reads:    [fact.ticket, fact.seat, fact.account, fact.account_usage_day]
sources:  [ticket, seat_entitlement or usage_event or usage_daily]
absent:   zero denominator
bounds:   [0, 1e9]
stalls_after: 3
rows_read: [fact.user_day]
tags:     [health]
owner:    support-operations
version:  2
meaning: |
  Tickets of the window per 100 seats and 30 days, so that large and small accounts compare.
caveats:
  - Seats are those bought as of the last day. With unlimited seats, and where nobody recorded seats,
    it is the people who used the product in the last 30 days.
  - No seats give no rate, and neither does an account that nobody uses.
  - Groups add only accounts that have seats.
related:  [ticket_volume]
---*/
with bought as (
    select
        period.id as period_id,
        account.account_id,
        case
            when coalesce(bool_or(seat.is_unlimited), true) then coalesce(max(used.mau), 0)
            else cast(sum(seat.seats) as bigint)
        end as seats
    from period
    cross join fact.account
    left join fact.seat
        on  seat.account_id = account.account_id
        and seat.start_day < period.end_day
        and (seat.end_day is null or seat.end_day >= period.end_day)
    left join fact.account_usage_day as used
        on  used.account_id = account.account_id
        and used.day_number = period.end_day - 1
    group by period.id, account.account_id
),
asked as (
    select
        period.id as period_id,
        ticket.account_id,
        count(*) as tickets
    from period
    join fact.ticket
        on  ticket.created_day >= period.start_day
        and ticket.created_day <  period.end_day
    group by period.id, ticket.account_id
)
select
    bought.period_id,
    bought.account_id,
    rounded(divided(coalesce(asked.tickets, 0) * 3000, period.days)) as numerator,
    bought.seats as denominator
from bought
join period
    on period.id = bought.period_id
left join asked
    on  asked.period_id = bought.period_id
    and asked.account_id = bought.account_id
where bought.seats > 0

--- groups: of accounts that have seats
with bought as (
    select
        member.period_id,
        member.entity_id,
        member.account_id,
        case
            when bool_or(seat.is_unlimited) then coalesce(max(used.mau), 0)
            else cast(sum(seat.seats) as bigint)
        end as seats
    from member
    join period
        on period.id = member.period_id
    join fact.seat
        on  seat.account_id = member.account_id
        and seat.start_day < period.end_day
        and (seat.end_day is null or seat.end_day >= period.end_day)
    left join fact.account_usage_day as used
        on  used.account_id = member.account_id
        and used.day_number = period.end_day - 1
    group by member.period_id, member.entity_id, member.account_id
),
asked as (
    select
        period.id as period_id,
        ticket.account_id,
        count(*) as tickets
    from period
    join fact.ticket
        on  ticket.created_day >= period.start_day
        and ticket.created_day <  period.end_day
    group by period.id, ticket.account_id
)
select
    bought.period_id,
    bought.entity_id,
    rounded(divided(sum(coalesce(asked.tickets, 0)) * 3000, period.days)) as numerator,
    cast(sum(bought.seats) as bigint) as denominator
from bought
join period
    on period.id = bought.period_id
left join asked
    on  asked.period_id = bought.period_id
    and asked.account_id = bought.account_id
where bought.seats > 0
group by bought.period_id, bought.entity_id, period.days

--- rows: every ticket, and the seats, or the people where seats are unlimited or unknown
with bought as (
    select
        period.id as period_id,
        period.start_day,
        period.end_day,
        period.days,
        account.account_id,
        coalesce(bool_or(seat.is_unlimited), true) as by_people,
        case
            when coalesce(bool_or(seat.is_unlimited), true) then coalesce(max(used.mau), 0)
            else sum(seat.seats)
        end as seats
    from period
    cross join fact.account
    left join fact.seat
        on  seat.account_id = account.account_id
        and seat.start_day < period.end_day
        and (seat.end_day is null or seat.end_day >= period.end_day)
    left join fact.account_usage_day as used
        on  used.account_id = account.account_id
        and used.day_number = period.end_day - 1
    left join asked_entity
        on asked_entity.id = account.account_id
    group by period.id, period.start_day, period.end_day, period.days, account.account_id
    -- Groups add only accounts that have seats.
    having count(seat.account_id) > 0 or count(asked_entity.id) > 0
)
select
    bought.period_id,
    bought.account_id,
    'numerator'                                     as part,
    finely(divided(3000, bought.days)) as amount,
    'ticket'           as record_table,
    ticket.ticket_id   as record_id,
    ticket.created_day as day_number,
    null               as user_id
from bought
join fact.ticket
    on  ticket.account_id = bought.account_id
    and ticket.created_day >= bought.start_day
    and ticket.created_day <  bought.end_day
where bought.seats > 0
union all
select
    bought.period_id, bought.account_id, 'denominator', seat.seats, 'seat_entitlement',
    seat.seat_id, null, null
from bought
join fact.seat
    on  seat.account_id = bought.account_id
    and seat.start_day < bought.end_day
    and (seat.end_day is null or seat.end_day >= bought.end_day)
where bought.seats > 0 and not bought.by_people
union all
select distinct
    bought.period_id, bought.account_id, 'denominator', 1, 'usage_daily', null, null,
    user_day.user_id
from bought
join fact.user_day
    on  user_day.account_id = bought.account_id
    and user_day.day_number >= bought.end_day - monthly_active_days()
    and user_day.day_number <  bought.end_day
where bought.by_people

/*---
examples:
  - name: 12 tickets in 90 days from 60 seats are 6.6667, and groups add first
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 60    | false        | 2025-01-01
        cobalt     | full         | 40    | false        | 2025-01-01
      fact.ticket: |
        ticket_id | account_id | created_day
        t1        | acorn      | 2025-01-01
        t2        | acorn      | 2025-01-02
        t3        | acorn      | 2025-01-03
        t4        | acorn      | 2025-02-01
        t5        | acorn      | 2025-02-02
        t6        | acorn      | 2025-02-03
        t7        | acorn      | 2025-02-04
        t8        | acorn      | 2025-03-01
        t9        | acorn      | 2025-03-02
        t10       | acorn      | 2025-03-03
        t11       | acorn      | 2025-03-04
        t12       | acorn      | 2025-03-31
      fact.account_usage_day: |
        account_id | day_number | mau
    expect: |
      entity | value
      acorn  | 6.666666666667
      cobalt | 0
      (all)  | 4

  - name: no seats give no rate, unlimited ones count people, and so do those nobody recorded
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 0     | false        | 2025-01-01
        cobalt     | full         | 0     | true         | 2025-01-01
      fact.ticket: |
        ticket_id | account_id | created_day
        t1        | cobalt     | 2025-03-01
        t2        | cobalt     | 2025-03-01
        t3        | cobalt     | 2025-03-01
        t4        | dovetail   | 2025-03-01
        t5        | ember      | 2025-03-01
      fact.account_usage_day: |
        account_id | day_number | mau
        acorn      | 2025-03-31 | 20
        cobalt     | 2025-03-31 | 20
        dovetail   | 2025-03-31 | 10
    expect: |
      entity   | value          | status
      acorn    |                | ZERO_DENOMINATOR
      cobalt   | 5              | OK
      dovetail | 3.333333333333 | OK
      ember    |                | ZERO_DENOMINATOR
      (all)    | 5              | OK
---*/
