/*---
metric:   pulse_coverage
title:    Pulse coverage
question: What share of our customers has a pulse as fresh as we mean it to be?
kind:     ratio
unit:     fraction
better:   higher
per:      [csm, company]
window:   instant
reads:    [fact.pulse, fact.tier, fact.customer_day]
sources:  [pulse, subscription_segment]
absent:   zero denominator
bounds:   [0, 1]
interval: wilson
tags:     [team]
owner:    customer-success
version:  1
meaning: |
  Customers whose pulse is at most 30 days old, 90 where we look after them from afar, over all
  customers of the day.
caveats:
  - A customer whose pulse was never set is not covered, however new.
  - Customers belong to whoever looks after them on the day.
related:  [csm_pulse, pulse_age_days]
---*/
select
    period.id as period_id,
    customer_day.account_id,
    case
        when period.as_of_day - pulse.set_day
            <= case tier.tier
                when 'high_touch' then pulse_guideline_high_touch()
                when 'low_touch'  then pulse_guideline_low_touch()
                else pulse_guideline_days()
            end
            then 1
        else 0
    end as numerator,
    1   as denominator
from period
join fact.customer_day
    on  customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
left join fact.tier
    on  tier.account_id = customer_day.account_id
    and tier.start_day <= period.as_of_day
    and (tier.end_day is null or tier.end_day > period.as_of_day)
left join fact.pulse
    on  pulse.account_id = customer_day.account_id
    and pulse.set_day <= period.as_of_day
    and (pulse.until_day is null or pulse.until_day > period.as_of_day)

--- rows: every customer, and the fresh pulses
select
    period.id as period_id,
    customer_day.account_id,
    line.part,
    1 as amount,
    case line.part when 'numerator' then 'pulse' else 'account' end as record_table,
    case line.part when 'numerator' then pulse.pulse_id else customer_day.account_id end
        as record_id,
    case line.part when 'numerator' then pulse.set_day end as day_number
from period
join fact.customer_day
    on  customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
left join fact.tier
    on  tier.account_id = customer_day.account_id
    and tier.start_day <= period.as_of_day
    and (tier.end_day is null or tier.end_day > period.as_of_day)
left join fact.pulse
    on  pulse.account_id = customer_day.account_id
    and pulse.set_day <= period.as_of_day
    and (pulse.until_day is null or pulse.until_day > period.as_of_day)
join (values ('numerator'), ('denominator')) as line(part)
    on line.part = 'denominator'
    or period.as_of_day - pulse.set_day <= case tier.tier
        when 'high_touch' then pulse_guideline_high_touch()
        when 'low_touch'  then pulse_guideline_low_touch()
        else pulse_guideline_days()
    end

/*---
examples:
  - name: the thirtieth day is still fresh, from afar the ninetieth, and never set is not covered
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id  | counts_as_logo
        acorn       | true
        brightwater | true
        cobalt      | true
        dovetail    | true
        ember       | true
      fact.customer_day: |
        account_id  | day_number | is_paying
        acorn       | 2025-05-31 | true
        brightwater | 2025-05-31 | true
        cobalt      | 2025-05-31 | true
        dovetail    | 2025-05-31 | true
      fact.tier: |
        account_id  | tier       | start_day
        acorn       | high_touch | 2024-01-01
        brightwater | low_touch  | 2024-01-01
      fact.pulse: |
        account_id  | colour | set_day    | until_day
        acorn       | red    | 2025-05-01 |
        brightwater | green  | 2025-03-02 |
        cobalt      | green  | 2025-04-30 |
        ember       | green  | 2025-05-31 |
    expect: |
      entity | value | numerator | denominator | ci_low   | ci_high
      (all)  | 0.5   | 2         | 4           | 0.150036 | 0.849964

  - name: without customers there is nothing to cover
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | is_paying
      fact.tier: |
        account_id | tier | start_day
      fact.pulse: |
        account_id | colour | set_day    | until_day
        acorn      | green  | 2025-05-31 |
    expect: |
      entity | value | status
      (all)  |       | ZERO_DENOMINATOR
---*/
