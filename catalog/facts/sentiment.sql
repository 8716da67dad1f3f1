/*---
fact:    sentiment
title:   A text by a customer sounds a certain way
grain:   one observation
columns:
  account_id:   text
  polarity:     number
  weight:       number
  observed_day: day
reads:   [customer.sentiment_obs]
caveats:
  - Comments of recommendation surveys are left out, because their score has a measure of its own.
---*/
select
    observation.account_id,
    observation.polarity,
    coalesce(observation.weight, 1)                as weight,
    day_number(local_day(observation.observed_at)) as observed_day
from customer.sentiment_obs as observation
where coalesce(observation.source, '') <> 'nps'
