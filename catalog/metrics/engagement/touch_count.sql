/*---
metric:   touch_count
title:    Touches
question: How many times were we in contact in the last 30 days?
kind:     count
unit:     touches
better:   higher
per:      [account, segment, csm, company]
window:   touch_days
reads:    [fact.touch, fact.account]
sources:  [touch]
absent:   zero
bounds:   [0, 1e12]
components: [headline, email, phone, meeting, chat]
dimension: channel
members:  dated
tags:     [health, team]
owner:    customer-success
version:  2
meaning: |
  Contact between people that happened: a mail sent in person or received, a call connected, a
  meeting held, a chat.
caveats:
  - One touch for each channel, circle of contacts and day, however many mails went back and forth.
  - A touch belongs to whoever looked after the account on its day.
  - A channel through which nobody has ever spoken with any account is not connected, so it has no
    number rather than a zero.
related:  [touch_frequency, days_since_last_communication]
---*/
select
    period.id as period_id,
    touch.account_id,
    case when line.is_total then '' else touch.channel end as component,
    count(*) as value,
    cast(null as string) as status
from period
join fact.touch
    on  touch.day_number >= period.start_day
    and touch.day_number <  period.end_day
cross join (values (true), (false)) as line(is_total)
group by period.id, touch.account_id, 3
union all
select period.id, account.account_id, named.word, 0, 'SOURCE_MISSING'
from period
cross join fact.account
cross join (values ('email'), ('phone'), ('meeting'), ('chat')) as named(word)
where not exists (
    select 1
    from fact.touch
    where touch.channel = named.word
    and touch.day_number < period.end_day
)

--- groups: those who belonged on the day of the touch
select
    member.period_id,
    member.entity_id,
    case when line.is_total then '' else touch.channel end as component,
    count(*) as value,
    cast(null as string) as status
from member
join period
    on period.id = member.period_id
join fact.touch
    on  touch.account_id = member.account_id
    and touch.day_number >= period.start_day
    and touch.day_number <  period.end_day
    and touch.day_number >= member.start_day
    and (member.end_day is null or touch.day_number < member.end_day)
cross join (values (true), (false)) as line(is_total)
group by member.period_id, member.entity_id, 3
union all
select distinct member.period_id, member.entity_id, named.word, 0, 'SOURCE_MISSING'
from member
join period
    on period.id = member.period_id
cross join (values ('email'), ('phone'), ('meeting'), ('chat')) as named(word)
where not exists (
    select 1
    from fact.touch
    where touch.channel = named.word
    and touch.day_number < period.end_day
)

--- rows: every touch, by its first record
select
    period.id as period_id,
    touch.account_id,
    'value' as part,
    case when line.is_total then '' else touch.channel end as component,
    1                as amount,
    'touch'          as record_table,
    touch.touch_id   as record_id,
    touch.day_number,
    touch.channel
from period
join fact.touch
    on  touch.day_number >= period.start_day
    and touch.day_number <  period.end_day
cross join (values (true), (false)) as line(is_total)

/*---
examples:
  - name: one touch for each channel, circle and day
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      customer.touch_contact: |
        touch_id | contact_id
        m1       | ann
        m2       | ann
        m3       | bob
        m4       | ann
        m4       | bob
        m4       | cy
      customer.touch: |
        id | account_id | channel | direction | status    | is_automated | occurred_at
        m1 | acorn      | email   | outbound  | done      | false        | 2025-05-30 08:00:00+00
        m2 | acorn      | email   | inbound   | done      | false        | 2025-05-30 09:00:00+00
        m3 | acorn      | email   | outbound  | done      | false        | 2025-05-30 10:00:00+00
        m4 | acorn      | meeting | outbound  | done      | false        | 2025-05-30 11:00:00+00
        m5 | acorn      | phone   | outbound  | voicemail | false        | 2025-05-30 11:00:00+00
        m6 | acorn      | meeting | outbound  | no_show   | false        | 2025-05-30 11:00:00+00
        m7 | acorn      | email   | outbound  | done      | true         | 2025-05-29 11:00:00+00
        m8 | acorn      | email   | internal  | done      | false        | 2025-05-29 11:00:00+00
        m9 | cobalt     | phone   | outbound  | done      | false        | 2025-05-02 11:00:00+00
        n1 | cobalt     | phone   | outbound  | done      | false        | 2025-05-01 11:00:00+00
        n2 | cobalt     | phone   | outbound  | done      | false        | 2025-06-01 11:00:00+00
    expect: |
      entity | component | value | status
      acorn  |           | 3     | OK
      acorn  | email     | 2     | OK
      acorn  | meeting   | 1     | OK
      acorn  | phone     | 0     | OK
      acorn  | chat      |       | SOURCE_MISSING
      cobalt |           | 1     | OK
      (all)  |           | 4     | OK
      (all)  | phone     | 1     | OK
      (all)  | chat      |       | SOURCE_MISSING

  - name: a chat over midnight is one, and a chat of the next evening another
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      customer.touch_contact: |
        touch_id | contact_id
      customer.touch: |
        id | account_id | channel | direction | status | is_automated | thread_key | occurred_at
        c1 | acorn      | chat    | inbound   | done   | false        | room       | 2025-05-28 23:30:00+00
        c2 | acorn      | chat    | outbound  | done   | false        | room       | 2025-05-29 00:10:00+00
        c3 | acorn      | chat    | inbound   | done   | false        | room       | 2025-05-29 20:00:00+00
    expect: |
      entity | value
      acorn  | 2
      (all)  | 2

  - name: nothing said is a zero, and nobody listening is none
    as_of: 2025-05-31
    missing: [touch]
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.touch: |
        account_id | channel | day_number
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING
---*/
