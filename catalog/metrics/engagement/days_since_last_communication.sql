/*---
metric:   days_since_last_communication
title:    Days since we last spoke
question: For how many days have we not been in contact?
kind:     latest
unit:     days
better:   lower
per:      [account, segment, csm, company]
window:   instant
reads:    [fact.silence_day, fact.customer_day]
sources:  [touch]
absent:   no data
bounds:   [0, 1e5]
rows:     sum for accounts, median
rows_read: [fact.touch]
tags:     [health, team]
owner:    customer-success
version:  1
meaning: |
  Whole days since the last contact between people. An account that was never contacted has been
  silent since it became a customer: new ones are not punished for it, old ones are.
caveats:
  - A silence without any contact before it has the status NO_DATA and the warning never_contacted.
  - A meeting in the calendar does not end the silence. It is a warning, meeting_scheduled.
  - Groups are the median of their customers.
related:  [touch_count, touch_frequency]
---*/
select
    period.id as period_id,
    silence_day.account_id,
    silence_day.days as value,
    case when silence_day.never_contacted then 'NO_DATA' end as trust,
    nullif(concat_ws(
        ';',
        case when silence_day.never_contacted then 'never_contacted' end,
        case when silence_day.is_meeting_set then 'meeting_scheduled' end
    ), '') as warning
from period
join fact.silence_day
    on silence_day.day_number = period.as_of_day

--- groups: the customer in the middle
select
    member.period_id,
    member.entity_id,
    cast(median(silence_day.days) as decimal(38, 1)) as value
from member
join period
    on period.id = member.period_id
join fact.customer_day
    on  customer_day.account_id = member.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
join fact.silence_day
    on  silence_day.account_id = member.account_id
    and silence_day.day_number = period.as_of_day
group by member.period_id, member.entity_id

--- rows: the last touch of every account, or the account where there is none
with last_word as (
    select
        period.id as period_id,
        touch.account_id,
        max_by(touch.touch_id, (touch.day_number, touch.touch_id)) as touch_id,
        max(touch.day_number) as day_number
    from period
    join fact.touch
        on touch.day_number <= period.as_of_day
    group by period.id, touch.account_id
)
select
    period.id as period_id,
    silence_day.account_id,
    'value'          as part,
    silence_day.days as amount,
    case when last_word.touch_id is null then 'account' else 'touch' end as record_table,
    coalesce(last_word.touch_id, silence_day.account_id)                 as record_id,
    last_word.day_number,
    case when silence_day.never_contacted then 'never contacted' end     as label
from period
join fact.silence_day
    on silence_day.day_number = period.as_of_day
left join last_word
    on  last_word.period_id = period.id
    and last_word.account_id = silence_day.account_id
left join fact.customer_day
    on  customer_day.account_id = silence_day.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = silence_day.account_id)
)

/*---
examples:
  - name: since the last word, since the beginning where there was none, and groups take the middle
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id  | counts_as_logo | customer_since_day
        acorn       | true           | 2024-01-01
        brightwater | true           | 2024-01-01
        cobalt      | true           | 2025-04-01
        dovetail    | true           | 2025-05-31
        ember       | true           | 2025-06-01
      fact.customer_day: |
        account_id  | day_number | is_paying
        acorn       | 2025-05-31 | true
        brightwater | 2025-05-31 | true
        cobalt      | 2025-05-31 | true
        dovetail    | 2025-05-31 | true
      fact.touch: |
        account_id  | channel | day_number
        acorn       | email   | 2025-05-01
        acorn       | email   | 2025-05-09
        acorn       | phone   | 2025-06-02
        brightwater | chat    | 2025-05-31
        cobalt      | email   | 2025-06-01
      fact.planned_meeting: |
        account_id | day_number
        acorn      | 2025-06-05
    expect: |
      entity      | value | status  | warnings
      acorn       | 22    | OK      | meeting_scheduled
      brightwater | 0     | OK      |
      cobalt      | 60    | NO_DATA | never_contacted
      dovetail    | 0     | NO_DATA | never_contacted
      ember       |       | NO_DATA |
      (all)       | 11    | OK      |

  - name: without touches anywhere nobody can say
    as_of: 2025-05-31
    missing: [touch]
    given:
      fact.account: |
        account_id | counts_as_logo | customer_since_day
        acorn      | true           | 2024-01-01
      fact.planned_meeting: |
        account_id | day_number
      fact.customer_day: |
        account_id | day_number | is_paying
      fact.touch: |
        account_id | channel | day_number
    expect: |
      entity | value | status
      acorn  |       | SOURCE_MISSING
---*/
