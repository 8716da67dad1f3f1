/*---
metric:   advocacy_score
title:    Advocacy
question: How much did a customer do for our good name in the last 365 days?
kind:     ratio
unit:     points
better:   higher
per:      [account, segment, company]
window:   instant
reads:    [fact.advocacy_day, fact.customer_day]
sources:  [advocacy_event]
absent:   zero
bounds:   [0, 100]
rows_read: [fact.advocacy, fact.account]
tags:     [health]
owner:    customer-marketing
version:  1
meaning: |
  A case study 5, an accepted referral, a talk or a webinar 4, a reference call or a seat on the
  advisory board 3, a public review 2, the willingness to be a reference 1. Of each kind two count.
  Twelve are a hundred points, and more are no more.
caveats:
  - A bad public review takes 2 away. The score ends at 0.
  - Zero means that we keep record of such acts, and there was none.
  - Groups are the mean of their customers.
related:  [nps]
---*/
select
    period.id as period_id,
    advocacy_day.account_id,
    cast(
        100 * least(greatest(advocacy_day.points, 0), advocacy_target()) as decimal(38, 12)
    )                       as numerator,
    advocacy_target()       as denominator,
    advocacy_day.latest_day as observed_day
from period
join fact.advocacy_day
    on advocacy_day.day_number = period.as_of_day
union all
select
    period.id as period_id,
    account.account_id,
    0                 as numerator,
    advocacy_target() as denominator,
    period.as_of_day  as observed_day
from period
cross join fact.account
where not exists (
    select 1
    from fact.advocacy_day
    where advocacy_day.account_id = account.account_id
    and advocacy_day.day_number = period.as_of_day
)

--- groups: the mean of all customers, most of whom did nothing
select
    member.period_id,
    member.entity_id,
    cast(sum(
        100 * least(greatest(coalesce(advocacy_day.points, 0), 0), advocacy_target())
    ) as bigint)                 as numerator,
    count(*) * advocacy_target() as denominator
from member
join period
    on period.id = member.period_id
join fact.customer_day
    on  customer_day.account_id = member.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
left join fact.advocacy_day
    on  advocacy_day.account_id = member.account_id
    and advocacy_day.day_number = period.as_of_day
group by member.period_id, member.entity_id

--- rows: every act by what it adds, and the target of every account
with numbered as (
    select
        period.id as period_id,
        advocacy.*,
        row_number() over (
            partition by period.id, advocacy.account_id, advocacy.act
            order by advocacy.day_number desc, advocacy.event_id
        ) as number
    from period
    join fact.advocacy
        on  advocacy.day_number >  period.as_of_day - advocacy_days()
        and advocacy.day_number <= period.as_of_day
),
added as (
    select
        numbered.*,
        sum(points) over (
            partition by period_id, account_id
            order by day_number, event_id
            rows between unbounded preceding and current row
        ) as points_so_far
    from numbered
    where number <= advocacy_type_cap()
)
-- What goes beyond the target, or below nothing, adds nothing, so the rows add up to the score.
select
    added.period_id,
    added.account_id,
    'numerator' as part,
    100 * (
        least(greatest(points_so_far, 0), advocacy_target())
        - least(greatest(points_so_far - points, 0), advocacy_target())
    )                as amount,
    'advocacy_event' as record_table,
    added.event_id   as record_id,
    added.day_number,
    added.act        as label
from added
join period
    on period.id = added.period_id
left join fact.customer_day
    on  customer_day.account_id = added.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = added.account_id)
)
union all
select
    period.id, account.account_id, 'denominator', advocacy_target(), 'account', account.account_id,
    null, null
from period
cross join fact.account
left join fact.customer_day
    on  customer_day.account_id = account.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = account.account_id)
)

/*---
examples:
  - name: a call, a review and a referral, and of one kind only two
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
      customer.advocacy_event: |
        account_id | type           | polarity | occurred_at
        acorn      | reference_call | positive | 2024-06-01 09:00:00+00
        acorn      | public_review  | positive | 2025-05-31 09:00:00+00
        acorn      | referral       | positive | 2025-01-01 09:00:00+00
        acorn      | referral       | negative | 2025-01-02 09:00:00+00
        acorn      | case_study     | positive | 2024-05-31 09:00:00+00
        acorn      | case_study     | positive | 2025-06-01 09:00:00+00
        cobalt     | talk           | positive | 2025-01-01 09:00:00+00
        cobalt     | webinar        | positive | 2025-02-01 09:00:00+00
        cobalt     | webinar        | positive | 2025-03-01 09:00:00+00
        cobalt     | public_review  | negative | 2025-03-01 09:00:00+00
        ember      | public_review  | negative | 2025-03-01 09:00:00+00
    expect: |
      entity   | value           | status
      acorn    | 75              | OK
      cobalt   | 50              | OK
      dovetail | 0               | OK
      ember    | 0               | OK
      (all)    | 41.666666666667 | OK

  - name: more than twelve points are no more than a hundred
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
      fact.advocacy: |
        account_id | act        | points | day_number
        acorn      | case_study | 5      | 2025-01-01
        acorn      | case_study | 5      | 2025-01-02
        acorn      | referral   | 4      | 2025-01-02
    expect: |
      entity | value
      acorn  | 100

  - name: where nobody keeps record there is no zero
    as_of: 2025-05-31
    missing: [advocacy_event]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | is_paying
      fact.advocacy: |
        account_id | act | points | day_number
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING
---*/
