/*---
metric:   touch_frequency
title:    Touch frequency
question: How often were we in contact, against how often we mean to be?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, csm, company]
window:   touch_days fixed
reads:    [fact.touch_pace, fact.customer_day]
sources:  [touch]
absent:   no data
bounds:   [0, 1e6]
components: [headline, inbound_share]
rows_read: [fact.touch]
tags:     [health, team]
owner:    customer-success
version:  2
meaning: |
  Touches of the last 30 days over the target of the account's tier: four where we are close, two
  from afar, three without a tier. Above 1 we spoke more than we mean to.

  The component inbound_share says how much of it went both ways: touches in which the customer
  wrote or called us, over all touches.
caveats:
  - Groups add touches and targets of their customers before dividing.
related:  [touch_count, days_since_last_communication]
---*/
select
    period.id as period_id,
    touch_pace.account_id,
    line.component,
    case line.component when '' then touch_pace.touches else touch_pace.inbound end as numerator,
    case line.component when '' then touch_pace.target else touch_pace.touches end  as denominator
from period
join fact.touch_pace
    on touch_pace.day_number = period.as_of_day
cross join (values (''), ('inbound_share')) as line(component)

--- groups: of customers alone, since nobody means to speak with those who left
select
    member.period_id,
    member.entity_id,
    line.component,
    cast(sum(
        case line.component when '' then touch_pace.touches else touch_pace.inbound end
    ) as bigint) as numerator,
    cast(sum(
        case line.component when '' then touch_pace.target else touch_pace.touches end
    ) as bigint) as denominator
from member
join period
    on period.id = member.period_id
join fact.customer_day
    on  customer_day.account_id = member.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
join fact.touch_pace
    on  touch_pace.account_id = member.account_id
    and touch_pace.day_number = period.as_of_day
cross join (values (''), ('inbound_share')) as line(component)
group by member.period_id, member.entity_id, line.component

--- rows: every touch, and the target of every account
select
    period.id as period_id,
    touch.account_id,
    line.part,
    line.component,
    1                as amount,
    'touch'          as record_table,
    touch.touch_id   as record_id,
    touch.day_number,
    touch.channel    as label
from period
join fact.touch
    on  touch.day_number >  period.as_of_day - touch_days()
    and touch.day_number <= period.as_of_day
join (
    values ('numerator', ''), ('numerator', 'inbound_share'), ('denominator', 'inbound_share')
) as line(part, component)
    on line.component = '' or line.part = 'denominator' or touch.is_inbound
left join fact.customer_day
    on  customer_day.account_id = touch.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = touch.account_id)
)
union all
select
    period.id, touch_pace.account_id, 'denominator', '', touch_pace.target, 'account',
    touch_pace.account_id, null, 'the target of the tier'
from period
join fact.touch_pace
    on touch_pace.day_number = period.as_of_day
left join fact.customer_day
    on  customer_day.account_id = touch_pace.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = touch_pace.account_id)
)

/*---
examples:
  - name: against the tier of the day, and groups add before dividing
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
        cobalt     | 2025-05-31 | true
        dovetail   | 2025-05-31 | true
      fact.tier: |
        account_id | tier       | start_day  | end_day
        acorn      | low_touch  | 2024-01-01 | 2025-05-31
        acorn      | high_touch | 2025-05-31 |
        cobalt     | low_touch  | 2024-01-01 |
      fact.touch: |
        account_id | channel | day_number
        acorn      | email   | 2025-05-02
        acorn      | email   | 2025-05-01
        cobalt     | email   | 2025-05-29
        cobalt     | phone   | 2025-05-29
        cobalt     | phone   | 2025-05-30
        cobalt     | phone   | 2025-06-01
    expect: |
      entity   | value          | numerator | denominator
      acorn    | 0.25           | 1         | 4
      cobalt   | 1.5            | 3         | 2
      dovetail | 0              | 0         | 3
      ember    | 0              | 0         | 3
      (all)    | 0.444444444444 | 4         | 9

  - name: who never writes back is not in a conversation
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
        cobalt     | 2025-05-31 | true
        dovetail   | 2025-05-31 | true
      fact.tier: |
        account_id | tier | start_day
      customer.touch_contact: |
        touch_id | contact_id
        m1       | ann
        m2       | ann
        m3       | ann
        m4       | ann
        m5       | cy
      customer.touch: |
        id | account_id | channel | direction | status | is_automated | occurred_at
        m1 | acorn      | email   | outbound  | done   | false        | 2025-05-05 08:00:00+00
        m2 | acorn      | email   | inbound   | done   | false        | 2025-05-05 09:00:00+00
        m3 | acorn      | email   | outbound  | done   | false        | 2025-05-06 08:00:00+00
        m4 | acorn      | phone   | outbound  | done   | false        | 2025-05-06 08:00:00+00
        m5 | cobalt     | email   | outbound  | done   | false        | 2025-05-06 08:00:00+00
    expect: |
      entity   | component     | value          | numerator | denominator | status
      acorn    |               | 1              | 3         | 3           | OK
      acorn    | inbound_share | 0.333333333333 | 1         | 3           | OK
      cobalt   | inbound_share | 0              | 0         | 1           | OK
      dovetail | inbound_share |                |           |             | ZERO_DENOMINATOR
      (all)    | inbound_share | 0.25           | 1         | 4           | OK

  - name: another month and other targets, as the workspace has settled
    as_of: 2025-05-31
    settings: {touch_days: 7, touch_target: 1}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
      fact.tier: |
        account_id | tier | start_day
      fact.touch: |
        account_id | channel | day_number
        acorn      | email   | 2025-05-25
        acorn      | email   | 2025-05-24
    expect: |
      entity | value | numerator | denominator
      acorn  | 1     | 1         | 1

  - name: nobody listening is no zero
    as_of: 2025-05-31
    missing: [touch]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.tier: |
        account_id | tier | start_day | end_day
      fact.customer_day: |
        account_id | day_number | is_paying
      fact.touch: |
        account_id | channel | day_number
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING
---*/
