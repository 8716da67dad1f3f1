/*---
metric:   nps
title:    Net promoter score
question: How many more customers would recommend us than would not, out of a hundred?
kind:     balance-of-answers
unit:     points
better:   higher
per:      [account, segment, csm, company]
window:   365 days for accounts, 90 days
reads:    [fact.survey_answer]
sources:  [survey_response]
absent:   no data
bounds:   [-100, 100]
minimum:  5
tags:     [health]
owner:    customer-success
version:  1
meaning: |
  Promoters, who answer 9 or 10, less detractors, who answer 0 to 6, over all answers. Passives stay
  in the number of answers. Of one person the latest answer of the window counts.
caveats:
  - Accounts look back 365 days, groups 90.
  - Who did not answer is not a detractor.
  - Answers on a scale that starts at 1 are a different question and not in it.
related:  [csat]
---*/
with latest as (
    select
        period.id as period_id,
        survey_answer.account_id,
        survey_answer.score,
        survey_answer.answered_day,
        row_number() over (
            partition by period.id, survey_answer.account_id, survey_answer.respondent
            order by survey_answer.answered_at desc, survey_answer.answer_id desc
        ) as place
    from period
    join fact.survey_answer
        on  survey_answer.answered_day >= period.start_day
        and survey_answer.answered_day <  period.end_day
    where survey_answer.type = 'nps'
    and survey_answer.scale_min = 0
)
select
    period_id,
    account_id,
    sum(case when score >= 9 then 1 else 0 end) as promoters,
    sum(case when score <= 6 then 1 else 0 end) as detractors,
    count(*)                                    as answers,
    max(answered_day)                           as observed_day
from latest
where place = 1
group by period_id, account_id

/*---
examples:
  - name: five promoters and two detractors of ten are plus thirty
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.survey_answer: |
        answer_id | account_id | respondent | type | scale_min | scale_max | score | answered_day | answered_at
        r1        | acorn      | p1         | nps  | 0         | 10        | 10    | 2025-03-01   | 2025-03-01 09:00:00+00
        r2        | acorn      | p2         | nps  | 0         | 10        | 9     | 2025-03-01   | 2025-03-01 09:00:00+00
        r3        | acorn      | p3         | nps  | 0         | 10        | 9     | 2025-03-01   | 2025-03-01 09:00:00+00
        r4        | acorn      | p4         | nps  | 0         | 10        | 8     | 2025-03-01   | 2025-03-01 09:00:00+00
        r5        | acorn      | p5         | nps  | 0         | 10        | 7     | 2025-03-01   | 2025-03-01 09:00:00+00
        r6        | acorn      | p6         | nps  | 0         | 10        | 6     | 2025-03-01   | 2025-03-01 09:00:00+00
        r7        | acorn      | p7         | nps  | 0         | 10        | 10    | 2025-03-01   | 2025-03-01 09:00:00+00
        r8        | acorn      | p8         | nps  | 0         | 10        | 3     | 2025-03-01   | 2025-03-01 09:00:00+00
        r9        | acorn      | p9         | nps  | 0         | 10        | 9     | 2025-03-01   | 2025-03-01 09:00:00+00
        r10       | acorn      | p10        | nps  | 0         | 10        | 8     | 2025-03-01   | 2025-03-01 09:00:00+00
    expect: |
      entity | value | ci_low  | ci_high
      acorn  | 30    | -18.408 | 78.408
      (all)  | 30    | -18.408 | 78.408

  - name: a second answer of the same person replaces the first, and few answers are not judged
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.survey_answer: |
        answer_id | account_id | respondent | type | scale_min | scale_max | score | answered_day | answered_at
        r1        | acorn      | p1         | nps  | 0         | 10        | 0     | 2025-03-01   | 2025-03-01 09:00:00+00
        r2        | acorn      | p1         | nps  | 0         | 10        | 10    | 2025-03-20   | 2025-03-20 09:00:00+00
        r3        | acorn      | p2         | nps  | 1         | 10        | 1     | 2025-03-20   | 2025-03-20 09:00:00+00
    expect: |
      entity | value | status
      acorn  | 100   | INSUFFICIENT_SAMPLE
      cobalt |       | NO_DATA
      (all)  | 100   | INSUFFICIENT_SAMPLE

  - name: an answer of last summer counts for the account and no longer for the company
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.survey_answer: |
        answer_id | account_id | respondent | type | scale_min | scale_max | score | answered_day | answered_at
        r1        | acorn      | p1         | nps  | 0         | 10        | 0     | 2024-07-01   | 2024-07-01 09:00:00+00
    expect: |
      entity | value | status
      acorn  | -100  | INSUFFICIENT_SAMPLE
      (all)  |       | NO_DATA
---*/
