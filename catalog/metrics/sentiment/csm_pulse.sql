/*---
metric:   csm_pulse
title:    Pulse
question: How does our team say that an account is doing?
kind:     latest
unit:     points
better:   higher
per:      [account]
window:   instant
reads:    [fact.pulse]
sources:  [pulse]
absent:   no data
bounds:   [0, 1e5]
components: [headline, age_days]
component_units: {age_days: days}
tags:     [health]
owner:    customer-success
version:  2
meaning: |
  The judgement of whoever last set the pulse: red is 0, yellow 50, green 100. It is an opinion, and
  it is wanted as one.
caveats:
  - Where nobody ever set a pulse there is none, which is not yellow.
  - A red pulse stays red and a green one green, however old. How old is pulse_age_days.
related:  [pulse_age_days, pulse_coverage, customer_sentiment]
---*/
select
    period.id as period_id,
    pulse.account_id,
    line.component,
    case
        when line.component = 'age_days' then period.as_of_day - pulse.set_day
        when pulse.colour = 'red'        then 0
        when pulse.colour = 'yellow'     then 50
        when pulse.colour = 'green'      then 100
    end as value,
    pulse.set_day as observed_day
from period
join fact.pulse
    on  pulse.set_day <= period.as_of_day
    and (pulse.until_day is null or pulse.until_day > period.as_of_day)
cross join (values (''), ('age_days')) as line(component)

--- rows: the pulse in force
select
    period.id as period_id,
    pulse.account_id,
    'value' as part,
    line.component,
    case
        when line.component = 'age_days' then period.as_of_day - pulse.set_day
        when pulse.colour = 'red'        then 0
        when pulse.colour = 'yellow'     then 50
        when pulse.colour = 'green'      then 100
    end            as amount,
    'pulse'        as record_table,
    pulse.pulse_id as record_id,
    pulse.set_day  as day_number,
    pulse.colour   as label
from period
join fact.pulse
    on  pulse.set_day <= period.as_of_day
    and (pulse.until_day is null or pulse.until_day > period.as_of_day)
cross join (values (''), ('age_days')) as line(component)

/*---
examples:
  - name: the last word counts, however old, and nobody's word is not yellow
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.pulse: |
        account_id | colour | set_day    | until_day
        acorn      | red    | 2025-01-01 | 2025-03-19
        acorn      | green  | 2025-03-19 |
        cobalt     | green  | 2025-01-01 | 2025-01-30
        cobalt     | yellow | 2025-01-30 |
        dovetail   | red    | 2024-03-31 |
    expect: |
      entity   | component | value | status  | observed
      acorn    |           | 100   | OK      | 2025-03-19
      acorn    | age_days  | 12    | OK      | 2025-03-19
      cobalt   |           | 50    | OK      | 2025-01-30
      cobalt   | age_days  | 60    | OK      | 2025-01-30
      dovetail |           | 0     | OK      | 2024-03-31
      ember    |           |       | NO_DATA |

  - name: of two at the same instant the higher id counts, and tomorrow's is not known
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      customer.pulse: |
        id | source_id | account_id | value  | set_at
        1  | p1        | acorn      | green  | 2025-03-31 09:00:00+00
        2  | p2        | acorn      | yellow | 2025-03-31 09:00:00+00
        3  | p3        | cobalt     | red    | 2025-04-01 09:00:00+00
    expect: |
      entity | value | status
      acorn  | 50    | OK
      cobalt |       | NO_DATA

  - name: without pulses anywhere nobody can say
    as_of: 2025-03-31
    missing: [pulse]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.pulse: |
        account_id | colour | set_day
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING
---*/
