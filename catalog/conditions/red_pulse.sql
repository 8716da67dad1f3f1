/*---
condition: red_pulse
title:     Red pulse
means:     The latest pulse is red, however old it is.
reads:     [fact.pulse]
sources:   [pulse]
---*/
select distinct
    period.id as period_id,
    pulse.account_id
from period
join fact.pulse
    on  pulse.set_day <= period.as_of_day
    and (pulse.until_day is null or pulse.until_day > period.as_of_day)
where pulse.colour = 'red'

/*---
examples:
  - name: red stays red until somebody says otherwise
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.pulse: |
        account_id | colour | set_day    | until_day
        acorn      | red    | 2024-06-01 |
        cobalt     | red    | 2024-06-01 | 2025-03-31
        cobalt     | green  | 2025-03-31 |
        dovetail   | yellow | 2025-03-01 |
    expect: |
      entity   | holds
      acorn    | true
      cobalt   | false
      dovetail | false

  - name: a pulse of tomorrow is not known today
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.pulse: |
        account_id | colour | set_day    | until_day
        acorn      | green  | 2025-03-01 | 2025-04-01
        acorn      | red    | 2025-04-01 |
    expect: |
      entity | holds
      acorn  | false
---*/
