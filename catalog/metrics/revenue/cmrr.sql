/*---
metric:   cmrr
title:    Committed monthly recurring revenue
question: What will our customers pay us per month by what is agreed today?
kind:     amount
unit:     money
better:   higher
per:      [account, segment, company]
window:   instant
reads:    [fact.mrr_part, fact.commitment, fact.fx_day]
sources:  [subscription_segment]
absent:   zero
bounds:   [-1e15, 1e15]
components: [headline, live, signed, lost]
tags:     [financial]
owner:    revenue-operations
version:  1
meaning: |
  Recurring revenue of the day, plus what is signed and has not begun, less what will be lost because
  notice was given or a contract decided lost.
caveats:
  - A subscription that begins later counts when it is on record; for a day gone by only if a contract
    shows that it was signed by then.
  - An end that is merely on record is no loss, for terms are renewed. A notice is.
  - A signed contract without a subscription counts with a twelfth of its yearly value, less that of
    the contracts it renews.
related:  [mrr, net_renewal_rate]
---*/
with item as (
    select
        period.id as period_id, part.account_id, part.currency, part.mrr as amount,
        'live' as kind, 'subscription_segment' as record_table, part.segment_id as record_id
    from period
    join fact.mrr_part as part
        on  part.start_day <= period.as_of_day
        and (part.end_day is null or part.end_day > period.as_of_day)
        and (part.known_day is null or part.known_day <= period.known_day)
    union all
    -- For a day gone by, what began since counts only if a contract shows that it was agreed then.
    select
        period.id as period_id, commitment.account_id, commitment.currency, commitment.amount,
        commitment.kind, commitment.record_table, commitment.record_id
    from period
    join fact.commitment
        on  commitment.start_day <= period.as_of_day
        and commitment.end_day > period.as_of_day
        and (
            commitment.agreed_day <= period.as_of_day
            or (commitment.agreed_day is null and commitment.end_day > period.known_day)
        )
)
select
    item.period_id,
    item.account_id,
    line.component,
    cast(sum(case
        when line.component in ('', item.kind) then item.amount * coalesce(fx_day.rate, 0)
        else 0
    end) as decimal(38, 10)) as value,
    max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status
from item
join period
    on period.id = item.period_id
left join fact.fx_day
    on  fx_day.currency = item.currency
    and fx_day.day_number = period.as_of_day
cross join (values (''), ('live'), ('signed'), ('lost')) as line(component)
group by item.period_id, item.account_id, line.component

--- rows: what is live, signed and given notice of
with item as (
    select
        period.id as period_id, part.account_id, part.currency, part.mrr as amount,
        'live' as kind, 'subscription_segment' as record_table, part.segment_id as record_id
    from period
    join fact.mrr_part as part
        on  part.start_day <= period.as_of_day
        and (part.end_day is null or part.end_day > period.as_of_day)
        and (part.known_day is null or part.known_day <= period.known_day)
    union all
    -- For a day gone by, what began since counts only if a contract shows that it was agreed then.
    select
        period.id as period_id, commitment.account_id, commitment.currency, commitment.amount,
        commitment.kind, commitment.record_table, commitment.record_id
    from period
    join fact.commitment
        on  commitment.start_day <= period.as_of_day
        and commitment.end_day > period.as_of_day
        and (
            commitment.agreed_day <= period.as_of_day
            or (commitment.agreed_day is null and commitment.end_day > period.known_day)
        )
)
select
    item.period_id,
    item.account_id,
    line.component,
    'value' as part,
    item.amount * fx_day.rate as amount,
    item.record_table,
    item.record_id,
    item.kind as label
from item
join period
    on period.id = item.period_id
join fact.fx_day
    on  fx_day.currency = item.currency
    and fx_day.day_number = period.as_of_day
cross join (values (''), ('live'), ('signed'), ('lost')) as line(component)
where line.component in ('', item.kind)

/*---
examples:
  - name: what is signed for April is in, and what has given notice is out
    as_of: 2025-03-31
    known_on: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
      fact.mrr_part: |
        segment_id | account_id | currency | mrr  | start_day  | end_day
        s1         | acorn      | USD      | 1000 | 2024-01-01 |
        s2         | cobalt     | USD      | 400  | 2024-01-01 | 2025-06-01
      fact.commitment: |
        account_id | currency | amount | kind   | agreed_day | start_day  | end_day    | record_table         | record_id
        dovetail   | USD      | 300    | signed |            | 1970-01-01 | 2025-04-15 | subscription_segment | s3
        cobalt     | USD      | -400   | lost   | 2025-03-10 | 2025-03-10 | 2025-06-01 | subscription_segment | s2
        acorn      | USD      | -1000  | lost   | 2025-04-01 | 2025-04-01 | 2025-12-01 | subscription_segment | s1
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity   | component | value
      acorn    |           | 1000
      cobalt   |           | 0
      cobalt   | lost      | -400
      dovetail |           | 300
      (all)    | live      | 1400
      (all)    | signed    | 300
      (all)    |           | 1300

  - name: a past day did not know what began since, unless it was signed by then
    as_of: 2025-03-31
    known_on: 2025-12-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        dovetail   | true
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day | end_day
      fact.commitment: |
        account_id | currency | amount | kind   | agreed_day | start_day  | end_day    | record_table         | record_id
        acorn      | USD      | 200    | signed |            | 1970-01-01 | 2025-06-01 | subscription_segment | s1
        dovetail   | USD      | 300    | signed | 2025-03-20 | 1970-01-01 | 2025-04-15 | subscription_segment | s3
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-03-31 | 1
    expect: |
      entity | value
      acorn  | 0
      (all)  | 300
---*/
