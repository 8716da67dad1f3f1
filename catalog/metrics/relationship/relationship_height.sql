/*---
metric:   relationship_height
title:    Relationship height
question: At how many of the levels that matter do we know somebody?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, company]
window:   relationship_days fixed
reads:    [fact.relationship_day, fact.customer_day]
sources:  [touch, contact]
absent:   no data
bounds:   [0, 1]
rows_read: [fact.contact, fact.contact_met]
tags:     [health]
owner:    customer-success
version:  1
meaning: |
  Levels, of C-level, VP, director and user, at which a contact had a two-way touch within 90 days.
  Zero means that there are contacts, and none of them is in conversation with us.
caveats:
  - A manager stands for none of the levels, and who left the account does not count.
  - Groups are the mean of their customers with a value.
related:  [relationship_width, high_wide_index]
---*/
select
    period.id as period_id,
    relationship_day.account_id,
    relationship_day.levels as numerator,
    4 as denominator
from period
join fact.relationship_day
    on relationship_day.day_number = period.as_of_day

--- groups: the mean of the accounts with a value
select
    member.period_id,
    member.entity_id,
    sum(
        rounded(divided(relationship_day.levels, 4))
    ) as numerator,
    count(*) as denominator
from member
join period
    on period.id = member.period_id
join fact.customer_day
    on  customer_day.account_id = member.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
join fact.relationship_day
    on  relationship_day.account_id = member.account_id
    and relationship_day.day_number = period.as_of_day
group by member.period_id, member.entity_id

--- rows: at every level whoever spoke with us last, a quarter each
with active as (
    select
        period.id as period_id,
        contact.account_id,
        contact.contact_id,
        contact.level,
        contact.department,
        contact_met.met_day,
        row_number() over (
            partition by period.id, contact.account_id, contact.level
            order by contact_met.met_day desc, contact.contact_id
        ) as place
    from period
    join fact.contact_met
        on  contact_met.met_day <= period.as_of_day
        and contact_met.met_day >  period.as_of_day - relationship_days()
        and coalesce(contact_met.until_day, 2147483647) > period.as_of_day
    join fact.contact
        on  contact.contact_id = contact_met.contact_id
        and coalesce(contact.joined_day, period.as_of_day) <= period.as_of_day
        and coalesce(contact.left_day, 2147483647) > period.as_of_day
    where contact.level in ('c_level', 'vp', 'director', 'user')
)
select
    active.period_id,
    active.account_id,
    'numerator'       as part,
    0.25              as amount,
    'contact'         as record_table,
    active.contact_id as record_id,
    active.met_day    as day_number,
    active.level      as label
from active
join period
    on period.id = active.period_id
left join fact.customer_day
    on  customer_day.account_id = active.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where active.place = 1
and (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = active.account_id)
)
union all
select
    period.id, relationship_day.account_id, 'denominator', 1, 'account',
    relationship_day.account_id, null, null
from period
join fact.relationship_day
    on relationship_day.day_number = period.as_of_day
left join fact.customer_day
    on  customer_day.account_id = relationship_day.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = relationship_day.account_id)
)

/*---
examples:
  - name: who left or fell silent does not count, and without contacts there is no value
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
      fact.tier: |
        account_id | tier       | start_day
        acorn      | high_touch | 2024-01-01
      fact.contact: |
        account_id | contact_id | level    | department | left_day
        acorn      | ann        | c_level  | finance    |
        acorn      | bob        | vp       | it         |
        acorn      | eve        | user     | sales      |
        acorn      | fay        | manager  | sales      |
        acorn      | gus        | director | legal      | 2025-05-31
        cobalt     | cy         | director | it         |
      fact.two_way_touch: |
        account_id | contact_id | touch_id | day_number
        acorn      | ann        | m1       | 2025-05-30
        acorn      | bob        | m1       | 2025-05-30
        acorn      | eve        | m2       | 2025-03-03
        acorn      | fay        | m2       | 2025-03-03
        acorn      | gus        | m2       | 2025-05-03
        cobalt     | cy         | m3       | 2025-03-02
        cobalt     | cy         | m4       | 2025-06-01
    expect: |
      entity   | value | status
      acorn    | 0.75  | OK
      cobalt   | 0     | OK
      dovetail |       | NO_DATA
      (all)    | 0.375 | OK

  - name: a manager stands for no level, and more departments than matter are all
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
      fact.tier: |
        account_id | tier      | start_day
        acorn      | low_touch | 2024-01-01
      fact.contact: |
        account_id | contact_id | level   | department
        acorn      | ann        | c_level | d1
        acorn      | bob        | c_level | d2
        acorn      | cy         | c_level | d3
        acorn      | di         | manager | d4
      fact.two_way_touch: |
        account_id | contact_id | touch_id | day_number
        acorn      | ann        | m1       | 2025-05-30
        acorn      | bob        | m1       | 2025-05-30
        acorn      | cy         | m1       | 2025-05-30
        acorn      | di         | m1       | 2025-05-30
    expect: |
      entity | value
      acorn  | 0.25
---*/
