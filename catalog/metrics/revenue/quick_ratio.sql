/*---
metric:   quick_ratio
title:    Quick ratio
question: How many dollars of recurring revenue came in for each that went out?
kind:     ratio
unit:     fraction
better:   higher
per:      [segment, company]
window:   period month
reads:    [fact.mrr_move, fact.fx_day]
sources:  [subscription_segment]
absent:   zero denominator
members:  dated
components: [headline, without_reactivation]
bounds:   [0, 1e9]
tags:     [financial]
owner:    revenue-operations
version:  2
meaning: |
  New, reactivated and expanded revenue over contracted and churned revenue. Above 1 the recurring
  revenue grew, exchange rates aside.
caveats:
  - Reactivation is in, unless the workspace leaves it out. The component without_reactivation never
    has it.
  - Pauses, resumes and losses that may yet turn out to be gaps are in. Transfers between accounts
    and exchange rates are not.
  - Without losses there is no ratio, neither zero nor a very large number; the warning no_losses
    says why.
  - A group has the movements of those who belonged to it on the day.
related:  [mrr_movement]
---*/
--- groups: a movement belongs to whom the account belonged to on the day
with move as (
    select
        period.id as period_id,
        member.entity_id,
        kind,
        mrr_move.amount * coalesce(fx_day.rate, 0) as amount,
        case when fx_day.rate is null then 'SOURCE_MISSING' end as status,
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
    left join fact.fx_day
        on  fx_day.currency = mrr_move.currency
        and fx_day.day_number = period.start_day - 1
),
line as (
    select * from (values (''), ('without_reactivation')) as named(component)
),
asked as (
    select distinct period_id, entity_id from member
)
select
    asked.period_id,
    asked.entity_id,
    line.component,
    cast(coalesce(sum(
        case
            when kind = 'reactivation' and line.component = '' and quick_ratio_reactivation()
                then amount
            when kind in ('new', 'expansion') then amount
            else 0
        end
    ), 0) as decimal(38, 10)) as numerator,
    cast(coalesce(sum(
        case when kind in ('contraction', 'churn') then amount else 0 end
    ), 0) as decimal(38, 10)) as denominator,
    max(status) as status,
    coalesce(bool_or(provisional), false) as provisional,
    case
        when coalesce(sum(
            case when kind in ('contraction', 'churn') then amount else 0 end
        ), 0) = 0 then 'no_losses'
    end as warning
from asked
cross join line
left join move
    on  move.period_id = asked.period_id
    and move.entity_id = asked.entity_id
group by asked.period_id, asked.entity_id, line.component

--- rows: each movement that came in or went out
select
    period.id as period_id,
    mrr_move.account_id,
    line.component,
    case when kind in ('contraction', 'churn') then 'denominator' else 'numerator' end as part,
    mrr_move.amount * fx_day.rate as amount,
    'subscription_segment' as record_table,
    mrr_move.segment_id as record_id,
    mrr_move.day_number,
    concat_ws(' ', kind, mrr_move.reason) as label
from period
join fact.mrr_move
    on  mrr_move.day_number >= period.start_day
    and mrr_move.day_number <  period.end_day
    and (mrr_move.void_day is null or mrr_move.void_day > period.known_day)
join fact.fx_day
    on  fx_day.currency = mrr_move.currency
    and fx_day.day_number = period.start_day - 1
cross join (values (''), ('without_reactivation')) as line(component)
where kind in ('new', 'expansion', 'contraction', 'churn')
or (kind = 'reactivation' and line.component = '' and quick_ratio_reactivation())

/*---
examples:
  - name: 2150 in, 1750 out
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind         | amount
        dovetail   | USD      | 2025-03-05 | new          | 1600
        ember      | USD      | 2025-03-18 | reactivation | 250
        acorn      | USD      | 2025-03-12 | expansion    | 300
        cobalt     | USD      | 2025-03-20 | contraction  | 750
        dovetail   | USD      | 2025-03-25 | churn        | 1000
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | component            | value
      (all)  |                      | 1.228571429
      (all)  | without_reactivation | 1.085714286

  - name: no losses is no ratio
    period: 2025-03
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind      | amount
        acorn      | USD      | 2025-03-12 | expansion | 300
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | component | value | status           | warnings
      (all)  |           |       | ZERO_DENOMINATOR | no_losses

  - name: a workspace leaves reactivation out
    period: 2025-03
    settings: {quick_ratio_reactivation: false}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.mrr_move: |
        account_id | currency | day_number | kind         | amount
        dovetail   | USD      | 2025-03-05 | new          | 1600
        ember      | USD      | 2025-03-18 | reactivation | 250
        acorn      | USD      | 2025-03-12 | expansion    | 300
        cobalt     | USD      | 2025-03-20 | contraction  | 750
        dovetail   | USD      | 2025-03-25 | churn        | 1000
      fact.fx_day: |
        currency | day_number | rate
        USD      | 2025-02-28 | 1
    expect: |
      entity | component            | value
      (all)  |                      | 1.085714286
      (all)  | without_reactivation | 1.085714286
---*/
