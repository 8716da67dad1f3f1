/*---
metric:   licence_utilisation_rate
title:    Licence utilisation
question: What share of the seats an account has bought is really used?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   30 days fixed
reads:    [fact.seat, fact.licence, fact.user_active]
sources:  [usage_event or usage_daily, seat_entitlement, user_account]
absent:   zero denominator
bounds:   [0, 1e6]
begins_with: fact.user_day
stalls_after: 3
tags:     [usage, health]
owner:    product-analytics
version:  1
meaning: |
  Licensed people active in the last 30 days over the seats bought as of the day. Above 1 the account
  uses more than it pays for, and the number says so.
caveats:
  - Guests are active people without a licence and do not count.
  - Unlimited seats have no utilisation.
  - Accounts with no seats stay out of groups.
related:  [mau]
---*/
with bought as (
    select
        period.id as period_id,
        seat.account_id,
        cast(sum(seat.seats) as bigint)                     as seats,
        max(case when seat.is_unlimited then 1 else 0 end) as unlimited
    from period
    join fact.seat
        on  seat.start_day <= period.as_of_day
        and (seat.end_day is null or seat.end_day > period.as_of_day)
    group by period.id, seat.account_id
),
used as (
    select
        period.id as period_id,
        licence.account_id,
        count(distinct licence.user_id) as users
    from period
    join fact.licence
        on  licence.start_day <= period.as_of_day
        and (licence.end_day is null or licence.end_day > period.as_of_day)
    join fact.user_active
        on  user_active.account_id = licence.account_id
        and user_active.user_id = licence.user_id
        and user_active.start_day <= period.as_of_day
        and user_active.end_day   >  period.as_of_day
    group by period.id, licence.account_id
)
select
    bought.period_id,
    bought.account_id,
    coalesce(used.users, 0) as numerator,
    bought.seats            as denominator,
    case when bought.unlimited = 1 then 'NOT_APPLICABLE' end as status
from bought
left join used
    on  used.period_id = bought.period_id
    and used.account_id = bought.account_id
where bought.seats > 0
or bought.unlimited = 1

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
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 3     | false        | 2025-01-01
        acorn      | light        | 2     | false        | 2025-01-01
        cobalt     | full         | 5     | false        | 2025-01-01
      fact.licence: |
        account_id | user_id | start_day
        acorn      | ann     | 2025-01-01
        acorn      | bob     | 2025-01-01
        acorn      | cy      | 2025-01-01
        cobalt     | di      | 2025-01-01
      fact.user_active: |
        account_id | user_id | start_day  | end_day
        acorn      | ann     | 2025-03-05 | 2025-04-04
        acorn      | bob     | 2025-03-05 | 2025-04-04
        acorn      | cy      | 2025-01-05 | 2025-02-04
        acorn      | guest   | 2025-03-05 | 2025-04-04
        cobalt     | di      | 2025-03-05 | 2025-04-04
    expect: |
      entity | value | numerator | denominator
      acorn  | 0.4   | 2         | 5
      cobalt | 0.2   | 1         | 5
      (all)  | 0.3   | 3         | 10

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
        account_id | licence_type | seats | is_unlimited | start_day
        acorn      | full         | 0     | true         | 2025-01-01
        cobalt     | full         | 0     | false        | 2025-01-01
        dovetail   | full         | 4     | false        | 2025-01-01
      fact.licence: |
        account_id | user_id | start_day
      fact.user_active: |
        account_id | user_id | start_day  | end_day
    expect: |
      entity   | value | status
      acorn    |       | NOT_APPLICABLE
      cobalt   |       | ZERO_DENOMINATOR
      dovetail | 0     | OK
      (all)    | 0     | OK
---*/
