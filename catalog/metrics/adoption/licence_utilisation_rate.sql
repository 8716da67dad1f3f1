/*---
metric:   licence_utilisation_rate
title:    Licence utilisation
question: What share of the seats an account has bought is really used?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   monthly_active_days fixed
reads:    [fact.seat, fact.licence, fact.user_active]
sources:  [usage_event or usage_daily, seat_entitlement, user_account]
absent:   zero denominator
bounds:   [0, 1e6]
components: [headline, time_weighted, assigned]
begins_with: fact.user_day
stalls_after: 3
settles_after: provisional_days
tags:     [usage, health]
owner:    product-analytics
version:  2
meaning: |
  Licensed people active in the last 30 days over the seats bought as of the day. Above 1 the account
  uses more than it pays for, and the number says so. time_weighted divides by the seats that there
  were on average in these days; assigned is the share of the seats that somebody holds.
caveats:
  - Licensed is who holds a licence on the day. Guests are active people without one and do not count.
  - Who holds two licence types fills two seats.
  - Types without a limit are left out, with their people. Where there is no other, utilisation is not
    applicable.
  - Seats that changed within 30 days are remarked on as recent_seat_change. Days before the account
    had any seats are no days of the average.
  - Accounts with no seats stay out of groups. Groups add people and seats before they divide.
related:  [mau]
---*/
with had as (
    select
        period.id as period_id,
        period.start_day,
        period.end_day,
        seat.account_id,
        seat.seats,
        seat.is_unlimited,
        seat.start_day as since_day,
        least(coalesce(seat.end_day, period.end_day), period.end_day) as until_day,
        coalesce(seat.end_day, period.end_day) >= period.end_day      as is_bought
    from period
    join fact.seat
        on  seat.start_day < period.end_day
        and (seat.end_day is null or seat.end_day > period.start_day - seat_change_days())
),
bought as (
    select
        period_id,
        account_id,
        cast(coalesce(sum(case when is_bought then seats end), 0) as bigint) as seats,
        max(case when is_bought and is_unlimited then 1 else 0 end)          as unlimited,
        rounded(divided(
            sum(seats * greatest(until_day - greatest(since_day, start_day), 0)),
            end_day - greatest(min(since_day), start_day)
        )) as mean_seats,
        sum(seats * greatest(until_day - greatest(since_day, end_day - seat_change_days()), 0))
            as changing
    from had
    group by period_id, account_id, start_day, end_day
),
held as (
    select distinct
        period.id as period_id,
        licence.account_id,
        licence.user_id,
        licence.licence_type,
        user_active.user_id is not null as is_active
    from period
    join fact.licence
        on  licence.start_day <= period.as_of_day
        and (licence.end_day is null or licence.end_day > period.as_of_day)
    left join fact.user_active
        on  user_active.account_id = licence.account_id
        and user_active.user_id = licence.user_id
        and user_active.start_day <= period.as_of_day
        and user_active.end_day   >  period.as_of_day
    left join fact.seat as free
        on  free.account_id = licence.account_id
        and free.licence_type = licence.licence_type
        and free.is_unlimited
        and free.start_day <= period.as_of_day
        and (free.end_day is null or free.end_day > period.as_of_day)
    where free.account_id is null
),
used as (
    select period_id, account_id, count(*) as people, count(case when is_active then 1 end) as active
    from held
    group by period_id, account_id
)
select
    bought.period_id,
    bought.account_id,
    line.component,
    coalesce(case when line.component = 'assigned' then used.people else used.active end, 0)
        as numerator,
    case when line.component = 'time_weighted' then mean_seats else seats end
        as denominator,
    case when bought.unlimited = 1 and bought.seats = 0 then 'NOT_APPLICABLE' end as status,
    case when changing <> seats * seat_change_days() then 'recent_seat_change' end as warning
from bought
cross join (values (''), ('time_weighted'), ('assigned')) as line (component)
left join used using (period_id, account_id)
where bought.seats > 0
or bought.unlimited = 1

--- rows: each licence in use, and each purchase of seats
select
    period.id as period_id,
    licence.account_id,
    'numerator'           as part,
    1                     as amount,
    licence.account_id || ' ' || licence.user_id || ' ' || licence.licence_type as item,
    'user_account'        as record_table,
    licence.membership_id as record_id,
    licence.user_id,
    licence.licence_type  as label
from period
join fact.licence
    on  licence.start_day <= period.as_of_day
    and (licence.end_day is null or licence.end_day > period.as_of_day)
join fact.user_active
    on  user_active.account_id = licence.account_id
    and user_active.user_id = licence.user_id
    and user_active.start_day <= period.as_of_day
    and user_active.end_day   >  period.as_of_day
-- Where no seat has a number there is no ratio, and where there are none the account stays out.
where exists (
    select 1
    from fact.seat
    where seat.account_id = licence.account_id
    and seat.seats > 0
    and seat.start_day <= period.as_of_day
    and (seat.end_day is null or seat.end_day > period.as_of_day)
)
and not exists (
    select 1
    from fact.seat
    where seat.account_id = licence.account_id
    and seat.licence_type = licence.licence_type
    and seat.is_unlimited
    and seat.start_day <= period.as_of_day
    and (seat.end_day is null or seat.end_day > period.as_of_day)
)
union all
select
    period.id as period_id,
    seat.account_id,
    'denominator'         as part,
    seat.seats            as amount,
    seat.account_id || ' ' || seat.licence_type as item,
    'seat_entitlement'    as record_table,
    seat.seat_id          as record_id,
    cast(null as string) as user_id,
    seat.licence_type     as label
from period
join fact.seat
    on  seat.start_day <= period.as_of_day
    and (seat.end_day is null or seat.end_day > period.as_of_day)
    and seat.seats > 0

/*---
examples:
  - name: used seats over bought seats, guests left out, groups added first
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | ann     | 2025-03-01
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day  | end_day
        acorn      | full         | 3     | false        | 2025-01-01 |
        acorn      | light        | 2     | false        | 2025-01-01 |
        cobalt     | full         | 5     | false        | 2025-01-01 |
      fact.licence: |
        account_id | user_id | licence_type | start_day  | end_day
        acorn      | ann     | full         | 2025-01-01 |
        acorn      | bob     | light        | 2025-01-01 |
        acorn      | cy      | full         | 2025-01-01 |
        cobalt     | di      | full         | 2025-01-01 |
        cobalt     | ed      | full         | 2025-01-01 | 2025-03-31
      fact.user_active: |
        account_id | user_id | start_day  | end_day
        acorn      | ann     | 2025-03-05 | 2025-04-04
        acorn      | bob     | 2025-03-05 | 2025-04-04
        acorn      | guest   | 2025-03-05 | 2025-04-04
        cobalt     | di      | 2025-03-05 | 2025-04-04
        cobalt     | ed      | 2025-03-05 | 2025-04-04
    expect: |
      entity | component | value | numerator | denominator
      acorn  |           | 0.4   | 2         | 5
      acorn  | assigned  | 0.6   | 3         | 5
      cobalt |           | 0.2   | 1         | 5
      (all)  |           | 0.3   | 3         | 10
      (all)  | assigned  | 0.4   | 4         | 10

  - name: 90 of 150 seats are 0.60, and of the seats there were on average 0.771429
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | ann     | 2025-03-01
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day  | end_day
        acorn      | full         | 100   | false        | 2024-01-01 | 2025-03-22
        acorn      | full         | 150   | false        | 2025-03-22 |
      fact.licence: |
        account_id | user_id    | licence_type | start_day  | end_day
        acorn      | u000..u089 | full         | 2025-01-01 |
      fact.user_active: |
        account_id | user_id    | start_day  | end_day
        acorn      | u000..u089 | 2025-03-05 | 2025-04-04
    expect: |
      entity | component     | value          | denominator    | warnings
      acorn  |               | 0.6            | 150            | recent_seat_change
      acorn  | time_weighted | 0.771428571429 | 116.6666666667 | recent_seat_change
      (all)  |               | 0.6            | 150            |

  - name: seats that were bought again unchanged are no change, and more people than seats are above 1
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | ann     | 2025-03-01
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day  | end_day
        acorn      | full         | 2     | false        | 2024-01-01 | 2025-03-22
        acorn      | full         | 2     | false        | 2025-03-22 |
      fact.licence: |
        account_id | user_id | licence_type | start_day  | end_day
        acorn      | ann     | full         | 2025-01-01 |
        acorn      | bob     | full         | 2025-01-01 |
        acorn      | cy      | full         | 2025-01-01 |
      fact.user_active: |
        account_id | user_id | start_day  | end_day
        acorn      | ann     | 2025-03-05 | 2025-04-04
        acorn      | bob     | 2025-03-05 | 2025-04-04
        acorn      | cy      | 2025-03-05 | 2025-04-04
    expect: |
      entity | component     | value | warnings
      acorn  |               | 1.5   |
      acorn  | time_weighted | 1.5   |
      (all)  |               | 1.5   |

  - name: unlimited is not applicable, and no seats is nothing to divide by
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | ann     | 2025-03-01
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day  | end_day
        acorn      | full         | 0     | true         | 2025-01-01 |
        cobalt     | full         | 0     | false        | 2025-01-01 |
        dovetail   | full         | 4     | false        | 2025-01-01 |
      fact.licence: |
        account_id | user_id | licence_type | start_day  | end_day
        acorn      | ann     | full         | 2025-01-01 |
        cobalt     | bob     | full         | 2025-01-01 |
      fact.user_active: |
        account_id | user_id | start_day  | end_day
        acorn      | ann     | 2025-03-05 | 2025-04-04
        cobalt     | bob     | 2025-03-05 | 2025-04-04
    expect: |
      entity   | value | status
      acorn    |       | NOT_APPLICABLE
      cobalt   |       | ZERO_DENOMINATOR
      dovetail | 0     | OK
      (all)    | 0     | OK

  - name: viewers without a limit are left out, and who holds two types fills two seats
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.user_day: |
        account_id | user_id | day_number
        acorn      | ann     | 2025-03-01
      fact.seat: |
        account_id | licence_type | seats | is_unlimited | start_day  | end_day
        acorn      | full         | 2     | false        | 2025-01-01 |
        acorn      | light        | 2     | false        | 2025-01-01 |
        acorn      | viewer       | 0     | true         | 2025-01-01 |
      fact.licence: |
        account_id | user_id | licence_type | start_day  | end_day
        acorn      | ann     | full         | 2025-01-01 |
        acorn      | ann     | light        | 2025-01-01 |
        acorn      | bob     | viewer       | 2025-01-01 |
      fact.user_active: |
        account_id | user_id | start_day  | end_day
        acorn      | ann     | 2025-03-05 | 2025-04-04
        acorn      | bob     | 2025-03-05 | 2025-04-04
    expect: |
      entity | component | value | numerator | denominator
      acorn  |           | 0.5   | 2         | 4
      acorn  | assigned  | 0.5   | 2         | 4
      (all)  |           | 0.5   | 2         | 4
---*/
