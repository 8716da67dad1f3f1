/*---
metric:   csat
title:    Customer satisfaction
question: What share of the answers to satisfaction surveys were satisfied?
kind:     percentage
unit:     percent
better:   higher
per:      [account, segment, csm, company]
window:   90 days
reads:    [fact.survey_answer]
sources:  [survey_response]
absent:   no data
bounds:   [0, 100]
minimum:  10
interval: wilson
tags:     [health]
owner:    support-operations
version:  1
meaning: |
  Satisfied is the top of the scale: the better of 2, the best of 3, 4 and 5 of 5, 6 and 7 of 7, and
  8 to 10 of 10. Of several ratings of one ticket the last one counts. Fewer than ten answers are
  shown and not judged.
caveats:
  - An offer that nobody answered is not an answer, and not a bad one.
related:  [nps]
---*/
with rating as (
    select
        period.id as period_id,
        survey_answer.account_id,
        survey_answer.score,
        survey_answer.scale_max,
        survey_answer.answered_day,
        row_number() over (
            partition by period.id, coalesce(survey_answer.ticket_id, survey_answer.answer_id)
            order by survey_answer.answered_at desc, survey_answer.answer_id desc
        ) as latest
    from period
    join fact.survey_answer
        on  survey_answer.answered_day >= period.start_day
        and survey_answer.answered_day <  period.end_day
    where survey_answer.type = 'csat'
)
select
    period_id,
    account_id,
    sum(case
        when scale_max <= 3 and score = scale_max then 1
        when scale_max = 5 and score >= 4         then 1
        when scale_max = 7 and score >= 6         then 1
        when scale_max = 10 and score >= 8        then 1
        else 0
    end)              as numerator,
    count(*)          as denominator,
    max(answered_day) as observed_day
from rating
where latest = 1
group by period_id, account_id

/*---
examples:
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
      entity | value | status              | numerator | denominator
      acorn  | 75    | INSUFFICIENT_SAMPLE | 3         | 4
      cobalt | 0     | INSUFFICIENT_SAMPLE | 0         | 1
      (all)  | 60    | INSUFFICIENT_SAMPLE | 3         | 5

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
