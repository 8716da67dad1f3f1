/*---
fact:    value_feature
title:   A feature carries the promise of the product
grain:   one value feature
columns:
  feature_id: text
  weight:     number
  min_days:   count
reads:   [customer.feature]
caveats:
  - min_days is on how many of 30 days somebody uses the feature who uses it for good.
---*/
select
    feature.id                 as feature_id,
    coalesce(feature.weight, 1)     as weight,
    coalesce(feature.min_days_k, 2) as min_days
from customer.feature as feature
where feature.is_value_feature
