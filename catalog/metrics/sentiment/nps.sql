/*---
metric:   nps
title:    Net promoter score
question: How many more customers would recommend us than would not, out of a hundred?
kind:     balance-of-answers
unit:     points
better:   higher
per:      [account, segment, csm, company]
window:   nps_account_days for accounts, nps_days
reads:    [fact.recommendation, fact.mrr_day, fact.fx_day]
sources:  [survey_response]
absent:   no data
bounds:   [-100, 100]
minimum:  nps_minimum
interval_not_of: [mean, account_weighted, mrr_weighted]
components: [headline, adjusted, mean, account_weighted, mrr_weighted]
members:  dated
tags:     [health]
owner:    customer-success
version:  2
meaning: |
  Promoters, who answer 9 or 10, less detractors, who answer 0 to 6, over all answers. Passives stay
  in the number of answers. Of one person the latest answer of the window counts.

  With few answers, fewer than 30, the component adjusted adds three that nobody gave, half of them passive
  and the rest even, which keeps a handful of answers from looking certain. The component mean is the
  plain mean of the answers. In groups account_weighted gives every account one voice, and
  mrr_weighted as many as it pays.
caveats:
  - Accounts look back 365 days, groups 90. A group counts the answers given while an account
    belonged to it.
  - Who did not answer is not a detractor. Whoever has left the account no longer speaks for it, but
    still counts in groups.
  - Answers on a scale from 1 to 10 are a different question. They stand apart, as scale=1_10.
  - Where surveys say at which stage they were sent, each stage is a line of its own.
related:  [nps_response_rate, csat]
---*/
with answer as (
    select
        period.id as period_id,
        recommendation.*,
        case line.name
            when 'scale'           then 'scale=' || scale
            when 'lifecycle_stage' then 'lifecycle_stage=' || lifecycle_stage
            else ''
        end as component
    from period
    join fact.recommendation
        on  recommendation.answered_day >= period.start_day
        and recommendation.answered_day <  period.end_day
        and coalesce(recommendation.until_day, 2147483647) >= period.end_day
    join (values ('all'), ('scale'), ('lifecycle_stage')) as line(name)
        on line.name = 'scale'
        or (scale = '0_10' and (line.name = 'all' or lifecycle_stage is not null))
    where coalesce(recommendation.left_day, 2147483647) > period.end_day - 1
),
counted as (
    select
        period_id,
        account_id,
        component,
        cast(sum(promoter) as bigint)      as promoters,
        cast(sum(detractor) as bigint)     as detractors,
        count(*)                           as answers,
        cast(sum(score) as decimal(38, 4)) as scores,
        max(answered_day)                  as observed_day
    from answer
    group by period_id, account_id, component
)
select
    counted.period_id,
    counted.account_id,
    coalesce(line.component, counted.component) as component,
    counted.promoters + line.invented  as promoters,
    counted.detractors + line.invented as detractors,
    counted.answers + 4 * line.invented as answers,
    counted.answers as cases,
    counted.observed_day,
    case
        when line.component like '%_weighted' then 'NOT_APPLICABLE'
        when line.component = 'adjusted' and counted.answers >= nps_small_sample() then 'NOT_APPLICABLE'
    end as status
from counted
join (
    values (null, 0), ('adjusted', 0.75), ('account_weighted', 0), ('mrr_weighted', 0)
) as line(component, invented)
    on line.component is null or counted.component = ''
union all
select
    period_id, account_id, 'mean' as component,
    scores * 0.01 as promoters, 0 as detractors, answers, answers as cases, observed_day,
    null as status
from counted
where component = ''

--- groups: the answers of those who belonged on their day, and two ways to weigh accounts
with answer as (
    select
        member.period_id, member.entity_id, recommendation.*,
        case line.name when 'all' then '' when 'scale' then 'scale=' || scale
            else 'lifecycle_stage=' || lifecycle_stage end as component
    from member
    join period on period.id = member.period_id
    join fact.recommendation
        on  recommendation.account_id = member.account_id
        and recommendation.answered_day >= greatest(period.start_day, member.start_day)
        and recommendation.answered_day < least(period.end_day, coalesce(member.end_day, 2147483647))
        and coalesce(recommendation.until_day, 2147483647) >= period.end_day
    join (values ('all'), ('scale'), ('lifecycle_stage')) as line(name)
        on line.name = 'scale'
        or (scale = '0_10' and (line.name = 'all' or lifecycle_stage is not null))
),
counted as (
    select period_id, entity_id, component,
        cast(sum(promoter) as bigint)      as promoters,
        cast(sum(detractor) as bigint)     as detractors,
        count(*)                           as answers,
        cast(sum(score) as decimal(38, 4)) as scores
    from answer
    group by period_id, entity_id, component
),
voice as (
    select period_id, entity_id, account_id,
        cast(rounded(divided(sum(promoter), count(*))) as decimal(14, 12))  as promoters,
        cast(rounded(divided(sum(detractor), count(*))) as decimal(14, 12)) as detractors,
        count(*) as answers
    from answer
    where component = ''
    group by period_id, entity_id, account_id
),
weight as (
    select
        period.id as period_id, mrr_day.account_id,
        cast(sum(
            mrr_known(mrr_day.mrr, mrr_day.bridged_mrr, mrr_day.bridge_known_day, period.known_day)
            * coalesce(fx_day.rate, 0)
        ) as decimal(24, 10)) as mrr,
        max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
    from period
    join fact.mrr_day on mrr_day.day_number = period.end_day - 1
    left join fact.fx_day
        on  fx_day.currency = mrr_day.currency
        and fx_day.day_number = period.end_day - 1
    group by period.id, mrr_day.account_id
)
select counted.period_id, counted.entity_id,
    coalesce(line.component, counted.component) as component,
    cast(counted.promoters + line.invented as decimal(38, 10))   as promoters,
    cast(counted.detractors + line.invented as decimal(38, 10))  as detractors,
    cast(counted.answers + 4 * line.invented as decimal(38, 10)) as answers,
    counted.answers as cases,
    case when line.component = 'adjusted' and counted.answers >= nps_small_sample() then 'NOT_APPLICABLE' end
        as status
from counted
join (values (null, 0), ('adjusted', 0.75)) as line(component, invented)
    on line.component is null or counted.component = ''
union all
select period_id, entity_id, 'mean',
    cast(scores * 0.01 as decimal(38, 10)), 0, answers, answers, null
from counted where component = ''
union all
select period_id, entity_id, 'account_weighted',
    cast(sum(promoters) as decimal(38, 10)), cast(sum(detractors) as decimal(38, 10)),
    count(*), sum(answers), null
from voice group by period_id, entity_id
union all
select voice.period_id, voice.entity_id, 'mrr_weighted',
    cast(sum(mrr * promoters) as decimal(38, 10)), cast(sum(mrr * detractors) as decimal(38, 10)),
    cast(sum(mrr) as decimal(38, 10)), sum(answers), max(weight.status)
from voice
join weight using (period_id, account_id)
group by voice.period_id, voice.entity_id

--- rows: every answer, on each side that it counts
select
    period.id as period_id,
    recommendation.account_id,
    line.part,
    1                           as amount,
    'survey_response'           as record_table,
    recommendation.answer_id    as record_id,
    recommendation.answered_day as day_number,
    'answered ' || cast(floor(recommendation.score) as integer) as label
from period
join fact.recommendation
    on  recommendation.answered_day >= period.start_day
    and recommendation.answered_day <  period.end_day
    and coalesce(recommendation.until_day, 2147483647) >= period.end_day
join (values ('promoters'), ('detractors'), ('answers')) as line(part)
    on case line.part
        when 'promoters'  then recommendation.promoter = 1
        when 'detractors' then recommendation.detractor = 1
        else true
    end
where recommendation.scale = '0_10'
-- Whoever left no longer speaks for the account itself.
and (
    coalesce(recommendation.left_day, 2147483647) > period.end_day - 1
    or not exists (select 1 from asked_entity where asked_entity.id = recommendation.account_id)
)

/*---
examples:
  - name: promoters less detractors over all answers, and not the other way round
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
      fact.fx_day: |
        currency | day_number | rate
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
      entity | component | value           | ci_low  | ci_high | status
      acorn  |           | 30              | -18.408 | 78.408  | OK
      acorn  | adjusted  | 23.076923076923 | -19.051 | 65.205  | OK
      acorn  | mean      | 7.9             |         |         | OK
      (all)  |           | 30              | -18.408 | 78.408  | OK
      (all)  | adjusted  | 23.076923076923 | -19.051 | 65.205  | OK

  - name: passives stay in the number of answers, and thirty answers need no adjusting
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
      fact.fx_day: |
        currency | day_number | rate
      fact.recommendation: |
        answer_id | account_id | scale | score | promoter | detractor | answered_day
        r1..r12   | acorn      | 0_10  | 10    | 1        | 0         | 2025-03-01
        r13..r24  | acorn      | 0_10  | 8     | 0        | 0         | 2025-03-01
        r25..r30  | acorn      | 0_10  | 0     | 0        | 1         | 2025-03-01
    expect: |
      entity | component | value | status
      acorn  |           | 20    | OK
      acorn  | adjusted  |       | NOT_APPLICABLE
      (all)  |           | 20    | OK

  - name: a second answer of the same person replaces the first, and few answers are not judged
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
      fact.fx_day: |
        currency | day_number | rate
      fact.survey_answer: |
        answer_id | account_id | respondent | type | scale_min | scale_max | score | answered_day | answered_at
        r1        | acorn      | p1         | nps  | 0         | 10        | 0     | 2025-03-01   | 2025-03-01 09:00:00+00
        r2        | acorn      | p1         | nps  | 0         | 10        | 10    | 2025-03-20   | 2025-03-20 09:00:00+00
        r3        | acorn      | p1         | nps  | 0         | 10        | 0     | 2025-04-01   | 2025-04-01 09:00:00+00
    expect: |
      entity | value | status              | denominator
      acorn  | 100   | INSUFFICIENT_SAMPLE | 0
      cobalt |       | NO_DATA             |
      (all)  | 100   | INSUFFICIENT_SAMPLE | 0

  - name: an answer of last summer counts for the account and no longer for the company
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
      fact.fx_day: |
        currency | day_number | rate
      fact.survey_answer: |
        answer_id | account_id | respondent | type | scale_min | scale_max | score | answered_day | answered_at
        r1        | acorn      | p1         | nps  | 0         | 10        | 0     | 2024-07-01   | 2024-07-01 09:00:00+00
    expect: |
      entity | value | status
      acorn  | -100  | INSUFFICIENT_SAMPLE
      (all)  |       | NO_DATA

  - name: whoever left no longer speaks for the account, and still counts for the company
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
      fact.fx_day: |
        currency | day_number | rate
      customer.contact: |
        id | account_id | left_at
        p1 | acorn      | 2025-03-31
        p2 | acorn      | 2025-04-01
      customer.ticket: |
        id | account_id
      customer.survey: |
        id | type | scale_min | scale_max
        s1 | nps  | 0         | 10
      customer.survey_response: |
        id | account_id | survey_id | contact_id | score | answered_at
        r1 | acorn      | s1        | p1         | 0     | 2025-03-02 09:00:00+00
        r2 | acorn      | s1        | p2         | 10    | 2025-03-02 09:00:00+00
    expect: |
      entity | value | denominator
      acorn  | 100   | 0
      (all)  | 0     | 1

  - name: answers on a scale from 1 are never mixed in, and stages are lines of their own
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
      fact.fx_day: |
        currency | day_number | rate
      fact.survey_answer: |
        answer_id | account_id | respondent | type | scale_min | scale_max | lifecycle_stage | score | answered_day | answered_at
        r1        | acorn      | p1         | nps  | 0         | 10        | onboarding      | 10    | 2025-03-01   | 2025-03-01 09:00:00+00
        r2        | acorn      | p2         | nps  | 0         | 10        |                 | 8     | 2025-03-01   | 2025-03-01 09:00:00+00
        r3        | acorn      | p1         | nps  | 1         | 10        |                 | 1     | 2025-03-20   | 2025-03-20 09:00:00+00
    expect: |
      entity | component                  | value | status
      acorn  |                            | 50    | INSUFFICIENT_SAMPLE
      acorn  | scale=0_10                 | 50    | INSUFFICIENT_SAMPLE
      acorn  | scale=1_10                 | -100  | INSUFFICIENT_SAMPLE
      acorn  | lifecycle_stage=onboarding | 100   | INSUFFICIENT_SAMPLE
      (all)  |                            | 50    | INSUFFICIENT_SAMPLE
      (all)  | scale=1_10                 | -100  | INSUFFICIENT_SAMPLE

  - name: a chatty account outweighs the rest, unless every account or every dollar has one voice
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        ember      | true
      fact.mrr_day: |
        account_id | currency | day_number | mrr
        acorn      | USD      | 2025-03-31 | 100
        cobalt     | USD      | 2025-03-31 | 900
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
      fact.recommendation: |
        account_id | scale | score | promoter | detractor | answered_day
        acorn      | 0_10  | 10    | 1        | 0         | 2025-03-01
        acorn      | 0_10  | 10    | 1        | 0         | 2025-03-01
        acorn      | 0_10  | 9     | 1        | 0         | 2025-03-01
        acorn      | 0_10  | 8     | 0        | 0         | 2025-03-01
        cobalt     | 0_10  | 0     | 0        | 1         | 2025-03-01
        ember      | 0_10  | 7     | 0        | 0         | 2025-03-01
    expect: |
      entity | component        | value           | status
      acorn  | mean             | 9.25            | INSUFFICIENT_SAMPLE
      acorn  | account_weighted |                 | NOT_APPLICABLE
      (all)  |                  | 33.333333333333 | OK
      (all)  | account_weighted | -8.333333333333 | OK
      (all)  | mrr_weighted     | -82.5           | OK
---*/
