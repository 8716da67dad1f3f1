/*---
metric:   executive_sponsor_strength
title:    Sponsor strength
question: How firmly does an executive of the customer stand behind us?
kind:     ratio
unit:     points
better:   higher
per:      [account, segment, company]
window:   instant
reads:    [fact.sponsor_day, fact.customer_day]
sources:  [touch, contact]
absent:   no data
bounds:   [0, 100]
tags:     [health]
owner:    customer-success
version:  1
meaning: |
  Recency 0.4: 100 when we spoke today, 0 after 90 days. Stance 0.4: champion 100, supporter 75,
  neutral 50, sceptic 25, opponent 0. Access 0.2: the share of meetings of the last 180 days that
  the sponsor kept. A part that nobody recorded drops out. The best sponsor counts.
caveats:
  - After a departure it is 0 until another sponsor has spoken with us within 90 days.
  - Without any sponsor among the contacts there is no value.
  - It is as old as the last word with the sponsor.
  - Groups are the mean of their customers with a value.
related:  [high_wide_index]
---*/
select
    period.id as period_id,
    sponsor_day.account_id,
    sponsor_day.strength as numerator,
    1                    as denominator,
    sponsor_day.met_day  as observed_day
from period
join fact.sponsor_day
    on sponsor_day.day_number = period.as_of_day

--- groups: the mean of the accounts with a value
select
    member.period_id,
    member.entity_id,
    sum(sponsor_day.strength) as numerator,
    count(*)                  as denominator
from member
join period
    on period.id = member.period_id
join fact.customer_day
    on  customer_day.account_id = member.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
join fact.sponsor_day
    on  sponsor_day.account_id = member.account_id
    and sponsor_day.day_number = period.as_of_day
group by member.period_id, member.entity_id

--- rows: the best sponsor of every account, or the one who left last
select
    period.id as period_id,
    sponsor_day.account_id,
    line.part,
    case line.part when 'numerator' then sponsor_day.strength else 1 end as amount,
    'contact'              as record_table,
    sponsor_day.contact_id as record_id,
    sponsor_day.met_day    as day_number
from period
join fact.sponsor_day
    on sponsor_day.day_number = period.as_of_day
cross join (values ('numerator'), ('denominator')) as line(part)
left join fact.customer_day
    on  customer_day.account_id = sponsor_day.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = sponsor_day.account_id)
)

/*---
examples:
  - name: recency, stance and access, and what nobody recorded drops out
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id  | counts_as_logo
        acorn       | true
        brightwater | true
        cobalt      | true
        dovetail    | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
        cobalt     | 2025-05-31 | true
        dovetail   | 2025-05-31 | true
      fact.sponsor: |
        account_id  | contact_id | stance    | left_day
        acorn       | ann        | supporter |
        acorn       | bob        | opponent  |
        brightwater | eve        | champion  | 2025-05-31
        cobalt      | cy         | champion  |
      fact.two_way_touch: |
        account_id  | contact_id | touch_id | day_number
        acorn       | ann        | m1       | 2025-05-04
        acorn       | ann        | m2       | 2025-03-04
        acorn       | ann        | m3       | 2025-06-04
        brightwater | eve        | m4       | 2025-05-30
      fact.sponsor_meeting: |
        contact_id | day_number | is_held
        ann        | 2025-05-04 | true
        ann        | 2025-04-04 | true
        ann        | 2025-03-04 | true
        ann        | 2025-02-04 | false
        ann        | 2024-12-03 | false
        ann        | 2024-12-02 | false
        ann        | 2025-06-04 | true
    expect: |
      entity      | value | status  | observed
      acorn       | 70    | OK      | 2025-05-04
      brightwater | 0     | OK      | 2025-05-31
      cobalt      | 50    | OK      | 2025-05-31
      dovetail    |       | NO_DATA |
      (all)       | 60    | OK      | 2025-05-31

  - name: after a departure nothing stands until a successor has been met
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        ember      | true
      fact.customer_day: |
        account_id | day_number | is_paying
      fact.sponsor: |
        account_id | contact_id | stance   | joined_day | left_day
        acorn      | ann        | champion |            | 2025-05-31
        acorn      | bob        | champion |            |
        cobalt     | cy         | champion |            | 2025-05-01
        cobalt     | di         | champion | 2025-05-01 |
        ember      | ed         | champion | 2025-06-01 |
      fact.two_way_touch: |
        account_id | contact_id | touch_id | day_number
        acorn      | bob        | m1       | 2025-03-02
        cobalt     | di         | m2       | 2025-05-31
      fact.sponsor_meeting: |
        contact_id | day_number | is_held
    expect: |
      entity | value | status
      acorn  | 0     | OK
      cobalt | 100   | OK
      ember  |       | NO_DATA
---*/
