/*---
metric:   nps_response_rate
title:    Response rate
question: What share of those whom we asked for a recommendation answered?
kind:     ratio
unit:     fraction
better:   higher
per:      [segment, csm, company]
window:   nps_days
reads:    [fact.survey_sent]
sources:  [survey_send, survey_response]
absent:   zero denominator
bounds:   [0, 1]
interval: wilson
members:  dated
tags:     [health]
owner:    customer-success
version:  1
meaning: |
  Surveys that were answered over surveys that were delivered, of those sent in the window. It says
  how many people stand behind the net promoter score, and how many kept silent.
caveats:
  - What bounced was not delivered and counts on neither side.
  - The last days of the window are always low, because people are still answering.
  - A survey counts for whoever looked after the account when it was sent.
related:  [nps]
---*/
--- groups: surveys sent while the account belonged
select
    member.period_id,
    member.entity_id,
    cast(sum(
        case when survey_sent.answered_day <= period.as_of_day then 1 else 0 end
    ) as bigint) as numerator,
    count(*)     as denominator
from member
join period
    on period.id = member.period_id
join fact.survey_sent
    on  survey_sent.account_id = member.account_id
    and survey_sent.sent_day >= greatest(period.start_day, member.start_day)
    and survey_sent.sent_day <  least(period.end_day, coalesce(member.end_day, 2147483647))
where survey_sent.type = 'nps'
group by member.period_id, member.entity_id

--- rows: every survey that arrived, and those of them that were answered
select
    period.id as period_id,
    survey_sent.account_id,
    line.part,
    1                    as amount,
    'survey_send'        as record_table,
    survey_sent.send_id  as record_id,
    survey_sent.sent_day as day_number
from period
join fact.survey_sent
    on  survey_sent.sent_day >= period.start_day
    and survey_sent.sent_day <  period.end_day
join (values ('numerator'), ('denominator')) as line(part)
    on line.part = 'denominator' or survey_sent.answered_day <= period.as_of_day
where survey_sent.type = 'nps'

/*---
examples:
  - name: what bounced was not delivered, and one who answers twice answered once
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      customer.contact: |
        id  | account_id
        ann | acorn
        bob | acorn
        cy  | cobalt
        di  | cobalt
      customer.survey: |
        id | type | scale_min | scale_max
        s1 | nps  | 0         | 10
        s2 | csat | 1         | 5
      customer.survey_send: |
        id | survey_id | contact_id | delivered | sent_at
        m1 | s1        | ann        | true      | 2025-01-01 09:00:00+00
        m2 | s1        | bob        | true      | 2025-03-01 09:00:00+00
        m3 | s1        | cy         | true      | 2025-03-31 09:00:00+00
        m4 | s1        | di         | false     | 2025-03-01 09:00:00+00
        m5 | s1        | di         | true      | 2024-12-31 09:00:00+00
        m6 | s2        | di         | true      | 2025-03-01 09:00:00+00
        m7 | s1        | di         | true      | 2025-03-02 09:00:00+00
      customer.survey_response: |
        id | survey_id | send_id | contact_id | answered_at
        r1 | s1        | m1      | ann        | 2025-01-02 09:00:00+00
        r2 | s1        | m1      | ann        | 2025-01-03 09:00:00+00
        r3 | s1        |         | bob        | 2025-03-02 09:00:00+00
        r4 | s1        | m3      | cy         | 2025-04-01 09:00:00+00
        r5 | s2        | m6      | di         | 2025-03-02 09:00:00+00
    expect: |
      entity | value | numerator | denominator | ci_low   | ci_high
      (all)  | 0.5   | 2         | 4           | 0.150036 | 0.849964

  - name: nobody was asked
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.survey_sent: |
        send_id | account_id | type | sent_day | answered_day
    expect: |
      entity | value | status
      (all)  |       | ZERO_DENOMINATOR

  - name: without a record of what was sent nobody can say
    as_of: 2025-03-31
    missing: [survey_send]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.survey_sent: |
        send_id | account_id | type | sent_day | answered_day
    expect: |
      entity | value | status
      (all)  |       | SOURCE_MISSING
---*/
