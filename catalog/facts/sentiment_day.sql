/*---
fact:    sentiment_day
title:   How what an account wrote of late sounds
grain:   one account that wrote, one day that must be answerable
columns:
  account_id:   text
  day_number:   day
  content:      fraction
  weight:       fraction
  observations: count
  replaced:     count
  observed_day: day
reads:   [fact.sentiment]
caveats:
  - The window is sentiment_days, usually 90. A text weighs half as much after
    sentiment_half_life_days, usually 30. content is the weight, times 1 where the text is all
    content, 0 where it is all the opposite, and half between.
---*/
with fading as (
    select
        cast(age as integer) as age,
        raised(0.5, divided(age, sentiment_half_life_days())) as kept
    from range(0, 730) as passed (age)
    where age < sentiment_days()
),
aged as (
    select
        spine.day_number,
        sentiment.account_id,
        sentiment.polarity,
        sentiment.observed_day,
        coalesce(sentiment.replaced_day, 2147483647) <= spine.day_number as is_replaced,
        rounded(as_double(sentiment.weight) * fading.kept)               as weight
    from fact.sentiment
    cross join fading
    join spine
        on spine.day_number = sentiment.observed_day + fading.age
)
select
    account_id,
    day_number,
    sum(case
        when is_replaced then 0
        else rounded(as_double(weight) * as_double(1 + polarity) * 0.5)
    end) as content,
    sum(case when is_replaced then 0 else weight end)               as weight,
    cast(sum(case when is_replaced then 0 else 1 end) as bigint)    as observations,
    cast(sum(case when is_replaced then 1 else 0 end) as bigint)    as replaced,
    max(case when not is_replaced then observed_day end)            as observed_day
from aged
group by account_id, day_number
