/*---
metric:   ces_agree_pct
title:    Made it easy
question: What share of customers agree that we made it easy?
kind:     percentage
unit:     percent
better:   higher
per:      [account, segment, company]
window:   ces_days
reads:    [fact.effort]
sources:  [survey_response]
absent:   no data
bounds:   [-100, 100]
interval: wilson
interval_not_of: [net]
components: [headline, net]
component_units: {net: points}
members:  dated
tags:     [health]
owner:    support-operations
version:  1
meaning: |
  Answers of 5, 6 and 7, of 7, to "you made it easy for me", out of a hundred.

  The component net is how many more found it very easy, 6 or 7, than found it hard, 1 to 3.
caveats:
  - The older question asks how much effort it took, so that low is good. Its answers are left out,
    and so are other scales; the warning other_scale_left_out says so.
  - An answer counts for the segment of the account on its day.
related:  [ces_mean, csat]
---*/
select
    period.id as period_id,
    effort.account_id,
    line.component,
    cast(sum(case
        when not effort.is_counted then 0
        when line.component = '' and effort.score >= 5 then 1
        when line.component = 'net' and effort.score >= 6 then 1
        when line.component = 'net' and effort.score <= 3 then -1
        else 0
    end) as bigint) as numerator,
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
        when line.component = '' and effort.score >= 5 then 1
        when line.component = 'net' and effort.score >= 6 then 1
        when line.component = 'net' and effort.score <= 3 then -1
        else 0
    end) as bigint) as numerator,
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

--- rows: every answer, and those that agree
select
    period.id as period_id,
    effort.account_id,
    line.part,
    line.component,
    case when line.part = 'numerator' and effort.score <= 3 then -1 else 1 end as amount,
    'survey_response'   as record_table,
    effort.answer_id    as record_id,
    effort.answered_day as day_number,
    'answered ' || cast(floor(effort.score) as integer) as label
from period
join fact.effort
    on  effort.answered_day >= period.start_day
    and effort.answered_day <  period.end_day
join (
    values ('numerator', ''), ('denominator', ''), ('numerator', 'net'), ('denominator', 'net')
) as line(part, component)
    on  line.part = 'denominator'
    or  (line.component = '' and effort.score >= 5)
    or  (line.component = 'net' and (effort.score >= 6 or effort.score <= 3))
where effort.is_counted

/*---
examples:
  - name: six of eight agree, and the net leaves the lukewarm out
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
      entity | component | value | numerator | denominator | ci_low | ci_high
      acorn  |           | 75    | 6         | 8           | 40.928 | 92.852
      acorn  | net       | 37.5  | 3         | 8           |        |
      (all)  |           | 75    | 6         | 8           | 40.928 | 92.852
      (all)  | net       | 37.5  | 3         | 8           |        |

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
      entity | component | value | status  | warnings
      acorn  |           | 100   | OK      | other_scale_left_out
      cobalt |           |       | NO_DATA | other_scale_left_out
      (all)  |           | 100   | OK      | other_scale_left_out
      (all)  | net       | 100   | OK      | other_scale_left_out
---*/
