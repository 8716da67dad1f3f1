/*---
fact:    right_day
title:   How many value features an account may use
grain:   one account with such a right, one day that must be answerable
columns:
  account_id: text
  day_number: day
  features:   count
  weight:     number
reads:   [fact.feature_right, fact.value_feature]
---*/
select
    feature_right.account_id,
    spine.day_number,
    count(*)                  as features,
    sum(value_feature.weight) as weight
from spine
join fact.feature_right
    on  feature_right.start_day <= spine.day_number
    and coalesce(feature_right.end_day, 2147483647) > spine.day_number
join fact.value_feature
    on value_feature.feature_id = feature_right.feature_id
group by feature_right.account_id, spine.day_number
