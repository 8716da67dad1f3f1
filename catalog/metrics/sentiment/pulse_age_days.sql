/*---
metric:   pulse_age_days
title:    Age of the pulse
question: For how many days has nobody renewed the pulse of an account?
kind:     latest
unit:     days
better:   lower
per:      [account]
window:   instant
reads:    [fact.pulse]
sources:  [pulse]
absent:   no data
bounds:   [0, 1e5]
tags:     [health, team]
owner:    customer-success
version:  1
meaning: |
  Whole days since the pulse was last set, whether or not its colour changed.
caveats:
  - Where nobody ever set a pulse there is no age.
related:  [csm_pulse, pulse_coverage]
---*/
select
    period.id as period_id,
    pulse.account_id,
    period.as_of_day - pulse.set_day as value,
    pulse.set_day as observed_day
from period
join fact.pulse
    on  pulse.set_day <= period.as_of_day
    and (pulse.until_day is null or pulse.until_day > period.as_of_day)

--- rows: the pulse in force
select
    period.id as period_id,
    pulse.account_id,
    'value'                          as part,
    period.as_of_day - pulse.set_day as amount,
    'pulse'                          as record_table,
    pulse.pulse_id                   as record_id,
    pulse.set_day                    as day_number,
    pulse.colour                     as label
from period
join fact.pulse
    on  pulse.set_day <= period.as_of_day
    and (pulse.until_day is null or pulse.until_day > period.as_of_day)

/*---
examples:
  - name: from the last time it was set, and none where it never was
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id  | counts_as_logo
        acorn       | true
        brightwater | true
        cobalt      | true
        dovetail    | true
        ember       | true
      fact.pulse: |
        account_id  | colour | set_day    | until_day
        acorn       | red    | 2025-01-01 | 2025-03-19
        acorn       | green  | 2025-03-19 |
        brightwater | green  | 2025-02-14 |
        cobalt      | yellow | 2025-01-30 |
        dovetail    | red    | 2025-03-31 |
    expect: |
      entity      | value | status
      acorn       | 12    | OK
      brightwater | 45    | OK
      cobalt      | 60    | OK
      dovetail    | 0     | OK
      ember       |       | NO_DATA

  - name: the same colour said again is a new pulse, and tomorrow's is not known
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      customer.pulse: |
        id | source_id | account_id | value | set_at
        1  | p1        | acorn      | green | 2025-01-31 09:00:00+00
        2  | p2        | acorn      | green | 2025-03-01 09:00:00+00
        3  | p3        | acorn      | green | 2025-04-01 09:00:00+00
    expect: |
      entity | value | observed
      acorn  | 30    | 2025-03-01
---*/
