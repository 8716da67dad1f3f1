/*---
metric:   high_wide_index
title:    High and wide
question: Do we know people at every level and in every department that matters?
kind:     ratio
unit:     points
better:   higher
per:      [account, segment, company]
window:   relationship_days fixed
reads:    [fact.relationship_day, fact.customer_day]
sources:  [touch, contact]
absent:   no data
bounds:   [0, 100]
tags:     [health]
owner:    customer-success
version:  1
meaning: |
  A hundred times the root of height times width: the share of levels, and of departments, with a
  contact who had a two-way touch within 90 days. One of them at zero makes it zero.
caveats:
  - With a single active contact the warning single_threaded says so.
  - Contacts of whom none is active are 0; no contacts at all are no value.
  - Groups are the mean of their customers with a value.
related:  [relationship_height, relationship_width]
---*/
select
    period.id as period_id,
    relationship_day.account_id,
    rounded(100 * sqrt(divided(
        relationship_day.levels
            * least(relationship_day.departments, relationship_day.department_target),
        4 * relationship_day.department_target
    ))) as numerator,
    1 as denominator,
    case when relationship_day.contacts = 1 then 'single_threaded' end as warning
from period
join fact.relationship_day
    on relationship_day.day_number = period.as_of_day

--- groups: the mean of the accounts with a value
select
    member.period_id,
    member.entity_id,
    sum(
        rounded(100 * sqrt(divided(
        relationship_day.levels
            * least(relationship_day.departments, relationship_day.department_target),
        4 * relationship_day.department_target
    )))
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

--- rows: every account; relationship_height and relationship_width name the contacts
select
    period.id as period_id,
    relationship_day.account_id,
    line.part,
    case line.part
        when 'numerator' then rounded(100 * sqrt(divided(
        relationship_day.levels
            * least(relationship_day.departments, relationship_day.department_target),
        4 * relationship_day.department_target
    )))
        else 1
    end                         as amount,
    'account'                   as record_table,
    relationship_day.account_id as record_id,
    case line.part when 'numerator' then
        relationship_day.levels || ' of 4 levels, ' || relationship_day.departments || ' of '
            || relationship_day.department_target || ' departments'
    end as label
from period
join fact.relationship_day
    on relationship_day.day_number = period.as_of_day
cross join (values ('numerator'), ('denominator')) as line(part)
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
      entity   | value         | status  | warnings
      acorn    | 67.082039325  | OK      |
      cobalt   | 0             | OK      |
      dovetail |               | NO_DATA |
      (all)    | 33.5410196625 | OK      |

  - name: one contact alone is a single thread
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | is_paying
      fact.tier: |
        account_id | tier | start_day
      fact.contact: |
        account_id | contact_id | level | department
        acorn      | ann        | vp    | it
        acorn      | bob        | user  | it
      fact.two_way_touch: |
        account_id | contact_id | touch_id | day_number
        acorn      | ann        | m1       | 2025-05-30
    expect: |
      entity | value | warnings
      acorn  | 25    | single_threaded

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
      acorn  | 50
---*/
