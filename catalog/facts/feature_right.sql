/*---
fact:    feature_right
title:   An account may use a value feature
grain:   one account, one value feature, for as long as one right follows on another
columns:
  account_id: text
  feature_id: text
  start_day:  day
  end_day:    day
reads:   [fact.account, customer.feature, customer.entitlement]
caveats:
  - A feature counts from 30 days after its release, or as many as the workspace has set, and until it
    is retired.
  - Until a workspace first says who may use what, every account may use every value feature.
  - Two rights at once are one.
---*/
with given as (
    select
        account_id,
        feature_id,
        day_number(valid_from)                         as start_day,
        coalesce(day_number(valid_to), 2147483647)     as end_day
    from customer.entitlement
    union all
    select
        account.account_id,
        feature.id  as feature_id,
        -2147483648 as start_day,
        (select coalesce(min(day_number(valid_from)), 2147483647) from customer.entitlement)
            as end_day
    from fact.account
    cross join customer.feature as feature
),
reached as (
    select
        given.*,
        max(end_day) over (
            partition by account_id, feature_id
            order by start_day, end_day
            rows between unbounded preceding and 1 preceding
        ) as reach
    from given
    where start_day < end_day
),
numbered as (
    select
        reached.*,
        sum(case when reach is null or start_day > reach then 1 else 0 end) over (
            partition by account_id, feature_id
            order by start_day, end_day
        ) as stretch
    from reached
),
held as (
    select
        account_id,
        feature_id,
        min(start_day) as start_day,
        max(end_day)   as end_day
    from numbered
    group by account_id, feature_id, stretch
),
kept as (
    select
        held.account_id,
        held.feature_id,
        greatest(
            held.start_day,
            coalesce(day_number(feature.released_on) + new_feature_days(), -2147483648)
        ) as start_day,
        least(held.end_day, coalesce(day_number(feature.retired_on), 2147483647)) as end_day
    from held
    join customer.feature as feature
        on feature.id = held.feature_id
    where feature.is_value_feature
)
select
    account_id,
    feature_id,
    start_day,
    nullif(end_day, 2147483647) as end_day
from kept
where start_day < end_day
