/*---
metric:   ces_mean
title:    Effort score
question: How easy do customers say that we made it, from 1 to 7?
kind:     ratio
unit:     points
better:   higher
per:      [account, segment, company]
window:   ces_days
reads:    [fact.effort]
sources:  [survey_response]
absent:   no data
bounds:   [-100, 100]
members:  dated
components: [headline, net]
component_units: {net: percent}
tags:     [health]
owner:    support-operations
version:  1
meaning: |
  The mean of the answers to "you made it easy for me", from 1, not at all, to 7, entirely.

  The component net is the share of those who found it very easy, 6 or 7, less the share of those who
  found it hard, 1 to 3, out of a hundred.
caveats:
  - The older question asks how much effort it took, so that low is good. Its answers are left out,
    and so are other scales; the warning other_scale_left_out says so.
  - An answer counts for the segment of the account on its day.
related:  [ces_agree_pct, csat]
---*/
select
    period.id as period_id,
    effort.account_id,
    line.component,
    cast(sum(case
        when not effort.is_counted then 0
        when line.component = '' then effort.score
        when effort.score >= 6 then 100
        when effort.score <= 3 then -100
        else 0
    end) as decimal(38, 4)) as numerator,
    cast(sum(case when effort.is_counted then 1 else 0 end) as bigint) as denominator,
    max(case when effort.is_counted then effort.answered_day end) as observed_day,
    case when not bool_or(effort.is_counted) then 'NO_DATA' end as status,
    case when not bool_and(effort.is_counted) then 'other_scale_left_out' end as warning
from period
join fact.effort
    on  effort.answered_day >= period.start_day
    and effort.answered_day <  period.end_day
cross join (values (''), ('net')) as line(component)
group by period.id, effort.account_id, line.component

--- groups: the answers of those who belonged on their day
select
    member.period_id,
    member.entity_id,
    line.component,
    cast(sum(case
        when not effort.is_counted then 0
        when line.component = '' then effort.score
        when effort.score >= 6 then 100
        when effort.score <= 3 then -100
        else 0
    end) as decimal(38, 4)) as numerator,
    cast(sum(case when effort.is_counted then 1 else 0 end) as bigint) as denominator,
    case when not bool_or(effort.is_counted) then 'NO_DATA' end as status,
    case when not bool_and(effort.is_counted) then 'other_scale_left_out' end as warning
from member
join period
    on period.id = member.period_id
join fact.effort
    on  effort.account_id = member.account_id
    and effort.answered_day >= greatest(period.start_day, member.start_day)
    and effort.answered_day <  least(period.end_day, coalesce(member.end_day, 2147483647))
cross join (values (''), ('net')) as line(component)
group by member.period_id, member.entity_id, line.component

--- rows: every answer
select
    period.id as period_id,
    effort.account_id,
    line.part,
    line.component,
    case
        when line.part = 'denominator' then 1
        when line.component = '' then effort.score
        when effort.score >= 6 then 100
        when effort.score <= 3 then -100
        else 0
    end as amount,
    'survey_response'   as record_table,
    effort.answer_id    as record_id,
    effort.answered_day as day_number
from period
join fact.effort
    on  effort.answered_day >= period.start_day
    and effort.answered_day <  period.end_day
cross join (
    values ('numerator', ''), ('denominator', ''), ('numerator', 'net'), ('denominator', 'net')
) as line(part, component)
where effort.is_counted

/*---
examples:
  - name: eight answers from 2 to 7
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.survey_answer: |
        answer_id | account_id | type | scale_min | scale_max | score | direction        | answered_day
        r1        | acorn      | ces  | 1         | 7         | 7     | higher_is_better | 2025-03-01
        r2        | acorn      | ces  | 1         | 7         | 6     | higher_is_better | 2025-03-02
        r3        | acorn      | ces  | 1         | 7         | 5     | higher_is_better | 2025-03-03
        r4        | acorn      | ces  | 1         | 7         | 4     | higher_is_better | 2025-03-04
        r5        | acorn      | ces  | 1         | 7         | 7     | higher_is_better | 2025-03-05
        r6        | acorn      | ces  | 1         | 7         | 2     | higher_is_better | 2025-03-06
        r7        | acorn      | ces  | 1         | 7         | 6     | higher_is_better | 2025-03-07
        r8        | acorn      | ces  | 1         | 7         | 5     | higher_is_better | 2025-03-08
        r9        | acorn      | csat | 1         | 5         | 1     | higher_is_better | 2025-03-09
        r0        | acorn      | ces  | 1         | 7         | 1     | higher_is_better | 2024-12-31
    expect: |
      entity | component | value | denominator | observed
      acorn  |           | 5.25  | 8           | 2025-03-08
      acorn  | net       | 37.5  | 8           | 2025-03-08
      (all)  |           | 5.25  | 8           | 2025-03-31
      (all)  | net       | 37.5  | 8           | 2025-03-31

  - name: a scale on which low is good is never mixed in
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.survey_answer: |
        answer_id | account_id | type | scale_min | scale_max | score | direction        | answered_day
        r1        | acorn      | ces  | 1         | 7         | 6     | higher_is_better | 2025-03-01
        r2        | acorn      | ces  | 1         | 5         | 1     | lower_is_better  | 2025-03-02
        r3        | cobalt     | ces  | 1         | 7         | 7     | lower_is_better  | 2025-03-02
        r4        | cobalt     | ces  | 1         | 5         | 5     | higher_is_better | 2025-03-02
    expect: |
      entity | value | status  | warnings
      acorn  | 6     | OK      | other_scale_left_out
      cobalt |       | NO_DATA | other_scale_left_out
      (all)  | 6     | OK      | other_scale_left_out
---*/
