/*---
fact:    sentiment
title:   A text by a customer sounds a certain way
grain:   one observation
columns:
  observation_id: text
  account_id:     text
  source:         text
  polarity:       number
  weight:         number
  observed_day:   day
  replaced_day:   day
reads:   [customer.sentiment_obs]
caveats:
  - Comments of recommendation surveys are left out, because their score has a measure of its own.
  - What a machine read ends on the day a newer model first reads the same source, replaced_day,
    because two models do not mean the same by a number.
---*/
with heard as (
    select
        observation.*,
        day_number(local_day(observation.observed_at)) as observed_day
    from customer.sentiment_obs as observation
    where coalesce(observation.source, '') <> 'nps'
),
model as (
    select
        coalesce(source, '') as source,
        model_version,
        lead(min(observed_day)) over (
            partition by coalesce(source, '')
            order by min(observed_day), model_version
        ) as replaced_day
    from heard
    where model_version is not null
    group by coalesce(source, ''), model_version
)
select
    heard.id                  as observation_id,
    heard.account_id,
    heard.source,
    heard.polarity,
    coalesce(heard.weight, 1) as weight,
    heard.observed_day,
    model.replaced_day
from heard
left join model
    on  model.source = coalesce(heard.source, '')
    and model.model_version = heard.model_version
