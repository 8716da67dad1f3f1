/*---
condition: sponsor_departed
title:     Sponsor departed
means:     An executive sponsor left, and no other one had a two-way touch within 90 days.
reads:     [fact.sponsor, fact.two_way_touch]
sources:   [contact]
---*/
select distinct
    period.id as period_id,
    gone.account_id
from period
join fact.sponsor as gone
    on gone.left_day <= period.as_of_day
where not exists (
    select 1
    from fact.sponsor as present
    join fact.two_way_touch as touch
        on touch.contact_id = present.contact_id
    where present.account_id = gone.account_id
    and coalesce(present.joined_day, period.as_of_day) <= period.as_of_day
    and (present.left_day is null or present.left_day > period.as_of_day)
    and touch.day_number <= period.as_of_day
    and touch.day_number >  period.as_of_day - relationship_days()
)

/*---
examples:
  - name: from the day of the departure until a successor has been met
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.sponsor: |
        account_id | contact_id | left_day
        acorn      | ann        | 2025-03-31
        acorn      | new        |
        cobalt     | cy         | 2025-03-01
        cobalt     | newcomer   |
        dovetail   | di         |
      fact.two_way_touch: |
        account_id | contact_id | touch_id | day_number
        acorn      | ann        | m1       | 2025-03-30
        cobalt     | newcomer   | m2       | 2025-03-30
    expect: |
      entity   | holds
      acorn    | true
      cobalt   | false
      dovetail | false

  - name: a successor last met 90 days ago has lapsed
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.sponsor: |
        account_id | contact_id | left_day
        acorn      | ann        | 2024-03-31
        acorn      | new        |
        cobalt     | cy         | 2024-03-01
        cobalt     | newcomer   |
      fact.two_way_touch: |
        account_id | contact_id | touch_id | day_number
        acorn      | new        | m1       | 2024-12-31
        cobalt     | newcomer   | m2       | 2025-01-01
    expect: |
      entity | holds
      acorn  | true
      cobalt | false
---*/
