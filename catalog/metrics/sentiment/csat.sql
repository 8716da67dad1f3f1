/*---
metric:   csat
title:    Customer satisfaction
question: What share of the answers to satisfaction surveys were satisfied?
kind:     percentage
unit:     percent
better:   higher
per:      [account, segment, csm, company]
window:   csat_days
reads:    [fact.rating]
sources:  [survey_response]
absent:   no data
bounds:   [0, 100]
minimum:  csat_minimum
interval: wilson
interval_not_of: [mean]
components: [headline, mean]
component_units: {mean: fraction}
members:  dated
tags:     [health]
owner:    support-operations
version:  2
meaning: |
  Satisfied is the top of the scale: the better of 2, the best of 3, 4 and 5 of 5, 6 and 7 of 7, and
  8 to 10 of 10. Of several ratings of one ticket the last one counts. Fewer than ten answers are
  shown and not judged.

  The component mean is the average answer, from 0 for the worst of the scale to 1 for the best. In
  groups each agent is a line, such as agent=kim, with the ratings of the tickets that were theirs.
caveats:
  - An offer that nobody answered is not an answer, and not a bad one.
  - Answers on scales of different length have no mean in common. Then there is none.
  - A rating counts for whoever looked after the account on its day.
related:  [nps, ces_agree_pct]
---*/
with rated as (
    select
        period.id as period_id,
        rating.account_id,
        cast(sum(rating.satisfied) as bigint)        as satisfied,
        cast(sum(rating.height) as decimal(38, 12))  as height,
        count(*)                                     as answers,
        count(distinct rating.scale)                 as scales,
        max(rating.answered_day)                     as observed_day
    from period
    join fact.rating
        on  rating.answered_day >= period.start_day
        and rating.answered_day <  period.end_day
        and coalesce(rating.until_day, 2147483647) >= period.end_day
    group by period.id, rating.account_id
)
select
    period_id,
    account_id,
    line.component,
    case line.component when 'mean' then height * 0.01 else satisfied end as numerator,
    answers as denominator,
    answers as cases,
    observed_day,
    case when line.component = 'mean' and scales > 1 then 'NOT_APPLICABLE' end as status,
    case when line.component = 'mean' and scales > 1 then 'several_scales' end as warning
from rated
cross join (values (''), ('mean')) as line(component)

--- groups: the ratings of those who belonged on their day, and of each agent
with rated as (
    select
        member.period_id,
        member.entity_id,
        case when line.name = 'agent' then 'agent=' || rating.agent_id else line.name end
            as component,
        cast(sum(rating.satisfied) as bigint)       as satisfied,
        cast(sum(rating.height) as decimal(38, 12)) as height,
        count(*)                                    as answers,
        count(distinct rating.scale)                as scales
    from member
    join period
        on period.id = member.period_id
    join fact.rating
        on  rating.account_id = member.account_id
        and rating.answered_day >= greatest(period.start_day, member.start_day)
        and rating.answered_day <  least(period.end_day, coalesce(member.end_day, 2147483647))
        and coalesce(rating.until_day, 2147483647) >= period.end_day
    join (values (''), ('mean'), ('agent')) as line(name)
        on line.name <> 'agent' or rating.agent_id is not null
    group by 1, 2, 3
)
select
    period_id,
    entity_id,
    component,
    case component when 'mean' then height * 0.01 else satisfied end as numerator,
    answers as denominator,
    answers as cases,
    case when component = 'mean' and scales > 1 then 'NOT_APPLICABLE' end as status,
    case when component = 'mean' and scales > 1 then 'several_scales' end as warning
from rated

--- rows: every rating, and those of them that were satisfied
select
    period.id as period_id,
    rating.account_id,
    line.part,
    line.component,
    case when line.part = 'numerator' and line.component = 'mean' then rating.height * 0.01 else 1 end
        as amount,
    'survey_response'   as record_table,
    rating.answer_id    as record_id,
    rating.answered_day as day_number,
    rating.agent_id     as label
from period
join fact.rating
    on  rating.answered_day >= period.start_day
    and rating.answered_day <  period.end_day
    and coalesce(rating.until_day, 2147483647) >= period.end_day
join (
    values ('numerator', ''), ('denominator', ''), ('numerator', 'mean'), ('denominator', 'mean')
) as line(part, component)
    on line.part = 'denominator' or line.component = 'mean' or rating.satisfied = 1

/*---
examples:
  - name: thirty satisfied of forty, and how sure one can be of it
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.rating: |
        account_id | scale | satisfied | height | answered_day
        acorn      | 1_5   | 1         | 1      | 2025-03-01
        acorn      | 1_5   | 1         | 1      | 2025-03-02
        acorn      | 1_5   | 1         | 1      | 2025-03-03
        acorn      | 1_5   | 1         | 1      | 2025-03-04
        acorn      | 1_5   | 1         | 1      | 2025-03-05
        acorn      | 1_5   | 1         | 1      | 2025-03-06
        acorn      | 1_5   | 1         | 1      | 2025-03-07
        acorn      | 1_5   | 1         | 1      | 2025-03-08
        acorn      | 1_5   | 1         | 1      | 2025-03-09
        acorn      | 1_5   | 1         | 1      | 2025-03-10
        acorn      | 1_5   | 1         | 1      | 2025-03-11
        acorn      | 1_5   | 1         | 1      | 2025-03-12
        acorn      | 1_5   | 1         | 1      | 2025-03-13
        acorn      | 1_5   | 1         | 1      | 2025-03-14
        acorn      | 1_5   | 1         | 1      | 2025-03-15
        acorn      | 1_5   | 1         | 1      | 2025-03-16
        acorn      | 1_5   | 1         | 1      | 2025-03-17
        acorn      | 1_5   | 1         | 1      | 2025-03-18
        acorn      | 1_5   | 1         | 1      | 2025-03-19
        acorn      | 1_5   | 1         | 1      | 2025-03-20
        acorn      | 1_5   | 1         | 1      | 2025-03-21
        acorn      | 1_5   | 1         | 1      | 2025-03-22
        acorn      | 1_5   | 1         | 1      | 2025-03-23
        acorn      | 1_5   | 1         | 1      | 2025-03-24
        acorn      | 1_5   | 1         | 1      | 2025-03-25
        acorn      | 1_5   | 1         | 1      | 2025-03-26
        acorn      | 1_5   | 1         | 1      | 2025-03-27
        acorn      | 1_5   | 1         | 1      | 2025-03-28
        acorn      | 1_5   | 1         | 1      | 2025-03-01
        acorn      | 1_5   | 1         | 1      | 2025-03-02
        acorn      | 1_5   | 0         | 0.25   | 2025-03-03
        acorn      | 1_5   | 0         | 0.25   | 2025-03-04
        acorn      | 1_5   | 0         | 0.25   | 2025-03-05
        acorn      | 1_5   | 0         | 0.25   | 2025-03-06
        acorn      | 1_5   | 0         | 0.25   | 2025-03-07
        acorn      | 1_5   | 0         | 0.25   | 2025-03-08
        acorn      | 1_5   | 0         | 0.25   | 2025-03-09
        acorn      | 1_5   | 0         | 0.25   | 2025-03-10
        acorn      | 1_5   | 0         | 0.25   | 2025-03-11
        acorn      | 1_5   | 0         | 0.25   | 2025-03-12
    expect: |
      entity | value | numerator | denominator | ci_low | ci_high | status
      acorn  | 75    | 30        | 40          | 59.806 | 85.813  | OK
      (all)  | 75    | 30        | 40          | 59.806 | 85.813  | OK

  - name: the top two of five are satisfied, and the last rating of a ticket counts
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.survey_answer: |
        answer_id | account_id | type | scale_min | scale_max | score | ticket_id | answered_day | answered_at
        r1        | acorn      | csat | 1         | 5         | 5     |           | 2025-03-01   | 2025-03-01 09:00:00+00
        r2        | acorn      | csat | 1         | 5         | 4     |           | 2025-03-02   | 2025-03-02 09:00:00+00
        r3        | acorn      | csat | 1         | 5         | 3     |           | 2025-03-03   | 2025-03-03 09:00:00+00
        r4        | acorn      | csat | 1         | 5         | 1     | t1        | 2025-03-04   | 2025-03-04 09:00:00+00
        r5        | acorn      | csat | 1         | 5         | 5     | t1        | 2025-03-05   | 2025-03-05 09:00:00+00
        r6        | acorn      | nps  | 0         | 10        | 10    |           | 2025-03-05   | 2025-03-05 09:00:00+00
        r7        | cobalt     | csat | 1         | 2         | 1     |           | 2025-03-05   | 2025-03-05 09:00:00+00
    expect: |
      entity | component | value  | status              | warnings
      acorn  |           | 75     | INSUFFICIENT_SAMPLE |
      acorn  | mean      | 0.8125 | INSUFFICIENT_SAMPLE |
      cobalt |           | 0      | INSUFFICIENT_SAMPLE |
      (all)  |           | 60     | INSUFFICIENT_SAMPLE |
      (all)  | mean      |        | NOT_APPLICABLE      | several_scales

  - name: each scale has its own top
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.survey_answer: |
        answer_id | account_id | type | scale_min | scale_max | score | answered_day
        a1        | acorn      | csat | 0         | 1         | 1     | 2025-03-01
        a2        | acorn      | csat | 0         | 1         | 0     | 2025-03-01
        b1        | acorn      | csat | 1         | 3         | 3     | 2025-03-01
        b2        | acorn      | csat | 1         | 3         | 2     | 2025-03-01
        c1        | acorn      | csat | 1         | 5         | 4     | 2025-03-01
        c2        | acorn      | csat | 1         | 5         | 3     | 2025-03-01
        d1        | acorn      | csat | 1         | 7         | 6     | 2025-03-01
        d2        | acorn      | csat | 1         | 7         | 5     | 2025-03-01
        e1        | acorn      | csat | 1         | 10        | 8     | 2025-03-01
        e2        | acorn      | csat | 1         | 10        | 7     | 2025-03-01
    expect: |
      entity | value | numerator | denominator
      acorn  | 50    | 5         | 10

  - name: an offer that nobody answered is not a bad rating
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      customer.contact: |
        id  | account_id
        ann | acorn
      customer.ticket: |
        id | account_id | agent_id
        t1 | acorn      | kim
        t2 | acorn      | lee
      customer.survey: |
        id | type | scale_min | scale_max
        s1 | csat | 1         | 2
      customer.survey_send: |
        id | survey_id | contact_id | delivered | sent_at
        m1 | s1        | ann        | true      | 2025-03-01 09:00:00+00
        m2 | s1        | ann        | true      | 2025-03-02 09:00:00+00
      customer.survey_response: |
        id | account_id | survey_id | send_id | ticket_id | score | answered_at
        r1 | acorn      | s1        | m1      | t1        | 2     | 2025-03-02 09:00:00+00
    expect: |
      entity | component | value | numerator | denominator
      acorn  |           | 100   | 1         | 1
      (all)  |           | 100   | 1         | 1
      (all)  | agent=kim | 100   | 1         | 1

  - name: nobody answered
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.survey_answer: |
        answer_id | account_id | type | scale_min | scale_max | score | ticket_id | answered_day | answered_at
        r1        | acorn      | csat | 1         | 5         | 5     |           | 2024-12-31   | 2024-12-31 09:00:00+00
    expect: |
      entity | value | status
      acorn  |       | NO_DATA
---*/
