/*---
metric:   mrr_movement
title:    MRR movements
question: Through what did recurring revenue get from its opening to its closing?
kind:     amount
unit:     money
better:   neither
per:      [account, segment, csm, company]
window:   period month
reads:    [fact.mrr_move, fact.mrr_part, fact.fx_day]
sources:  [subscription_segment]
absent:   zero
members:  dated
components: [new, reactivation, expansion, contraction, churn, transfer, fx,
  transfer_in, transfer_out]
tags:     [financial]
owner:    revenue-operations
version:  2
meaning: |
  Opening plus new, reactivation and expansion, less contraction and churn, plus transfer and fx, is
  closing, to the cent. Movements are taken at the rate of the opening, and what the rates did in
  the period is the one line fx.
caveats:
  - A pause is a contraction. The customer is lost later, with no revenue left to lose.
  - A short gap is bridged, a longer one where a renewal is being negotiated. As long as a churn may
    turn out to be such a gap it is provisional.
  - Who joined and left within the period shows as new and as churn, and in no rate.
  - What an account hands over to another in a merger is a transfer, and nets to zero.
  - A group has the movements of those who belonged to it on the day. What they paid when they came
    is its transfer_in, and when they went its transfer_out; the company and one account have none.
  - transfer_in and transfer_out show no rows, because no record says more than that an account came
    or went; what it paid on the day is in its mrr.
  - Three months need not add up to their quarter where rates moved, for each is at the rate of its
    own opening.
related:  [mrr, net_revenue_retention, quick_ratio]
---*/
select
    period.id as period_id,
    mrr_move.account_id,
    mrr_move.kind as component,
    cast(sum(mrr_move.amount * coalesce(fx_day.rate, 0)) as decimal(38, 10)) as value,
    max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status,
    coalesce(bool_or(mrr_move.kind = 'churn' and mrr_move.settles_day > period.known_day), false)
        as provisional
from period
join fact.mrr_move
    on  mrr_move.day_number >= period.start_day
    and mrr_move.day_number <  period.end_day
    and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
left join fact.fx_day
    on  fx_day.currency = mrr_move.currency
    and fx_day.day_number = period.start_day - 1
group by period.id, mrr_move.account_id, mrr_move.kind
union all
select
    period.id as period_id,
    part.account_id,
    'fx' as component,
    cast(sum(part.mrr * (coalesce(closing.rate, 0) - coalesce(opening.rate, 0)))
        as decimal(38, 10)) as value,
    max(case
        when closing.rate is null or opening.rate is null then 'SOURCE_MISSING'
    end) as status,
    false as provisional
from period
join fact.mrr_part as part
    on  part.start_day < period.end_day
    and (part.end_day is null or part.end_day >= period.end_day)
    and (part.known_day is null or part.known_day <= period.known_day)
left join fact.fx_day as opening
    on  opening.currency = part.currency
    and opening.day_number = period.start_day - 1
left join fact.fx_day as closing
    on  closing.currency = part.currency
    and closing.day_number = period.end_day - 1
group by period.id, part.account_id

--- groups: a movement belongs to whom the account belonged to on the day; accounts come and go
with crossing as (
    select comes.*, comes.start_day as day_number, 'transfer_in' as component
    from member as comes
    left join member as before
        on  before.period_id = comes.period_id
        and before.entity_id = comes.entity_id
        and before.account_id = comes.account_id
        and before.end_day = comes.start_day
    where before.account_id is null
    union all
    select goes.*, goes.end_day as day_number, 'transfer_out' as component
    from member as goes
    left join member as after
        on  after.period_id = goes.period_id
        and after.entity_id = goes.entity_id
        and after.account_id = goes.account_id
        and after.start_day = goes.end_day
    where after.account_id is null
    union all
    -- The fx line is what the close is worth, less what it would have been at the opening's rate.
    select member.*, period.end_day as day_number, 'fx' as component
    from member
    join period
        on  period.id = member.period_id
        and member.start_day < period.end_day
        and coalesce(member.end_day, 2147483647) >= period.end_day
),
seen as (
    select
        period.id as period_id, member.entity_id, kind as component, currency, amount,
        period.start_day - 1 as rate_day,
        kind = 'churn' and settles_day > period.known_day as provisional
    from period
    join fact.mrr_move
        on  mrr_move.day_number >= period.start_day
        and mrr_move.day_number <  period.end_day
        and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
    join member
        on  member.period_id = period.id
        and member.account_id = mrr_move.account_id
        and member.start_day <= mrr_move.day_number
        and (member.end_day is null or member.end_day > mrr_move.day_number)
    union all
    -- What an account paid at the close of the day before.
    select
        period.id as period_id, crossing.entity_id, component, part.currency,
        part.mrr * case when component = 'fx' and side.is_opening then -1 else 1 end as amount,
        case when side.is_opening then period.start_day else period.end_day end - 1 as rate_day,
        false as provisional
    from period
    join crossing
        on  crossing.period_id = period.id
        and crossing.day_number >= period.start_day
        and crossing.day_number < period.end_day + case when component = 'fx' then 1 else 0 end
    join fact.mrr_part as part
        on  part.account_id = crossing.account_id
        and part.start_day < crossing.day_number
        and coalesce(part.end_day, 2147483647) >= crossing.day_number
        and coalesce(part.known_day, 0) <= period.known_day
    join (values (true), (false)) as side(is_opening)
        on side.is_opening or crossing.component = 'fx'
)
select
    seen.period_id,
    seen.entity_id,
    seen.component,
    cast(sum(seen.amount * coalesce(fx_day.rate, 0)) as decimal(38, 10)) as value,
    max(case when fx_day.rate is null then 'SOURCE_MISSING' end) as status,
    coalesce(bool_or(seen.provisional), false) as provisional
from seen
left join fact.fx_day
    on  fx_day.currency = seen.currency
    and fx_day.day_number = seen.rate_day
group by seen.period_id, seen.entity_id, seen.component

--- rows: each movement, and for the rates each price period of the close
select
    period.id as period_id,
    mrr_move.account_id,
    mrr_move.kind as component,
    'value' as part,
    mrr_move.amount * fx_day.rate as amount,
    'subscription_segment' as record_table,
    mrr_move.segment_id as record_id,
    mrr_move.day_number,
    concat_ws(' ', mrr_move.reason, mrr_move.amount, mrr_move.currency) as label
from period
join fact.mrr_move
    on  mrr_move.day_number >= period.start_day
    and mrr_move.day_number <  period.end_day
    and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
join fact.fx_day
    on  fx_day.currency = mrr_move.currency
    and fx_day.day_number = period.start_day - 1
union all
select
    period.id as period_id,
    part.account_id,
    'fx' as component,
    'value' as part,
    part.mrr * (closing.rate - opening.rate) as amount,
    'subscription_segment' as record_table,
    part.segment_id as record_id,
    period.end_day - 1 as day_number,
    concat_ws(' ', part.plan, part.mrr, part.currency) as label
from period
join fact.mrr_part as part
    on  part.start_day < period.end_day
    and (part.end_day is null or part.end_day >= period.end_day)
    and (part.known_day is null or part.known_day <= period.known_day)
join fact.fx_day as opening
    on  opening.currency = part.currency
    and opening.day_number = period.start_day - 1
join fact.fx_day as closing
    on  closing.currency = part.currency
    and closing.day_number = period.end_day - 1
where closing.rate <> opening.rate

/*---
examples:
  - name: up and down again is an expansion and a contraction, not nothing
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind        | amount
        acorn      | USD      | 2025-03-05 | expansion   | 300
        acorn      | USD      | 2025-03-25 | contraction | 300
      fact.mrr_part: |
        segment_id | account_id | currency | mrr  | start_day  | end_day
        s1         | acorn      | USD      | 1000 | 2025-03-01 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
        USD      | 2025-03-31 | 1
    expect: |
      entity | component    | value
      acorn  | new          | 0
      acorn  | reactivation | 0
      acorn  | expansion    | 300
      acorn  | contraction  | 300
      acorn  | churn        | 0
      acorn  | transfer     | 0
      acorn  | fx           | 0
      (all)  | expansion    | 300

  - name: rates move into their own line, and a bridged gap is no churn
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        cobalt     | true
        ember      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount | void_day
        ember      | USD      | 2025-03-01 | churn | 500    | 2025-03-04
      fact.mrr_part: |
        segment_id | account_id | currency | mrr  | start_day  | end_day
        s1         | cobalt     | EUR      | 1000 | 2025-03-01 |
        s2         | ember      | USD      | 500  | 2025-03-01 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
        EUR      | 2025-02-28 | 1.08
        USD      | 2025-03-31 | 1
        EUR      | 2025-03-31 | 1.10
    expect: |
      entity | component | value
      cobalt | fx        | 20
      ember  | churn     | 0
      (all)  | fx        | 20
      (all)  | churn     | 0

  - name: a merger moves revenue from one account to another, and is neither churn nor new
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        branch     | true
      fact.mrr_move: |
        account_id | currency | day_number | kind     | amount | reason
        acorn      | USD      | 2025-03-10 | transfer | -500   | transfer
        branch     | USD      | 2025-03-10 | transfer | 500    | transfer
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day  | end_day
        s1         | branch     | USD      | 500 | 2025-03-01 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
        USD      | 2025-03-31 | 1
    expect: |
      entity | component | value
      acorn  | transfer  | -500
      branch | transfer  | 500
      branch | new       | 0
      (all)  | transfer  | 0
      (all)  | churn     | 0

  - name: until a gap can no longer be bridged a churn is provisional, and on the last day it is known
    period: 2025-03
    as_of: 2025-03-31
    known_on: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.mrr_move: |
        account_id | currency | day_number | kind  | amount | settles_day
        acorn      | USD      | 2025-03-18 | churn | 500    | 2025-04-01
        cobalt     | USD      | 2025-03-17 | churn | 200    | 2025-03-31
      fact.mrr_part: |
        segment_id | account_id | currency | mrr | start_day | end_day
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
        USD      | 2025-03-31 | 1
    expect: |
      entity | component | value | status
      acorn  | churn     | 500   | PROVISIONAL
      cobalt | churn     | 200   | OK
      (all)  | churn     | 700   | PROVISIONAL

  - name: what is handed over goes out at one manager and comes in at the other, and both sums close
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.ownership: |
        account_id | csm_id | start_day  | end_day
        acorn      | m1     | 2024-01-01 | 2025-03-10
        acorn      | m2     | 2025-03-10 |
        cobalt     | m1     | 2024-01-01 | 2025-03-01
        cobalt     | m2     | 2025-03-01 |
      fact.mrr_move: |
        account_id | currency | day_number | kind        | amount
        acorn      | USD      | 2025-03-05 | expansion   | 300
        acorn      | USD      | 2025-03-10 | contraction | 100
      fact.mrr_part: |
        segment_id | account_id | currency | mrr  | start_day  | end_day
        s1         | acorn      | USD      | 1000 | 2024-01-01 | 2025-03-05
        s2         | acorn      | USD      | 1300 | 2025-03-05 | 2025-03-10
        s3         | acorn      | USD      | 1200 | 2025-03-10 |
        s4         | cobalt     | EUR      | 100  | 2024-01-01 |
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
        USD      | 2025-03-31 | 1
        EUR      | 2025-02-28 | 1.08
        EUR      | 2025-03-31 | 1.10
    expect: |
      entity | grain | component    | value
      m1     | csm   | expansion    | 300
      m1     | csm   | contraction  | 0
      m1     | csm   | transfer_in  | 0
      m1     | csm   | transfer_out | 1408
      m1     | csm   | fx           | 0
      m2     | csm   | expansion    | 0
      m2     | csm   | contraction  | 100
      m2     | csm   | transfer_in  | 1408
      m2     | csm   | transfer_out | 0
      m2     | csm   | fx           | 2
      (all)  |       | transfer_in  | 0
      (all)  |       | expansion    | 300
---*/
