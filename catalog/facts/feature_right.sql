/*---
fact:    feature_right
title:   An account may use a value feature
grain:   one account, one value feature, for a while
columns:
  account_id: text
  feature_id: text
  start_day:  day
  end_day:    day
reads:   [fact.account, customer.feature, customer.entitlement]
caveats:
  - A feature counts from 30 days after its release, and until it is retired.
  - Until a workspace first says who may use what, every account may use every value feature.
---*/
with given as (
    select
        account_id,
        feature_id,
        day_number(valid_from) as start_day,
        day_number(valid_to)   as end_day
    from customer.entitlement
    union all
    select
        account.account_id,
        feature.id  as feature_id,
        -2147483648 as start_day,
        (select min(day_number(valid_from)) from customer.entitlement) as end_day
    from fact.account
    cross join customer.feature as feature
)
select
    given.account_id,
    given.feature_id,
    greatest(
        given.start_day,
        coalesce(day_number(feature.released_on) + 30, -2147483648)
    ) as start_day,
    case
        when given.end_day is null then day_number(feature.retired_on)
        when feature.retired_on is null then given.end_day
        else least(given.end_day, day_number(feature.retired_on))
    end as end_day
from given
join customer.feature as feature
    on feature.id = given.feature_id
where feature.is_value_feature
