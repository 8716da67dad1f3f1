/*---
metric:   customer_sentiment
title:    Sentiment
question: How content does what a customer writes sound?
kind:     percentage
unit:     points
better:   higher
per:      [account, segment, company]
window:   sentiment_days fixed
reads:    [fact.sentiment_day, fact.customer_day]
sources:  [sentiment_obs]
absent:   no data
bounds:   [0, 100]
minimum:  sentiment_minimum
rows_read: [fact.sentiment]
tags:     [health]
owner:    customer-success
version:  2
meaning: |
  Texts of the last 90 days, from all against us, 0, to all content, 100. A text counts half as much
  after 30 days. Fewer than three texts are shown and not judged.
caveats:
  - Groups are the mean of their customers with a value.
  - Comments of recommendation surveys are left out, because their score has a measure of its own.
  - A new model that reads the texts starts a new series. What the one before had read leaves the
    value, with the warning model_changed.
related:  [csm_pulse, nps]
---*/
select
    period.id as period_id,
    sentiment_day.account_id,
    sentiment_day.content      as numerator,
    sentiment_day.weight       as denominator,
    sentiment_day.observations as cases,
    sentiment_day.observed_day,
    case when sentiment_day.observations = 0 then 'NO_DATA' end    as status,
    case when sentiment_day.replaced > 0 then 'model_changed' end as warning
from period
join fact.sentiment_day
    on sentiment_day.day_number = period.as_of_day

--- groups: the mean of the accounts with a value
select
    member.period_id,
    member.entity_id,
    sum(rounded(divided(sentiment_day.content, sentiment_day.weight))) as numerator,
    count(*)                                         as denominator,
    cast(sum(sentiment_day.observations) as bigint) as cases
from member
join period
    on period.id = member.period_id
join fact.customer_day
    on  customer_day.account_id = member.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
join fact.sentiment_day
    on  sentiment_day.account_id = member.account_id
    and sentiment_day.day_number = period.as_of_day
where sentiment_day.weight > 0
group by member.period_id, member.entity_id

--- rows: every text by its share of the weight of its account
select
    period.id as period_id,
    sentiment.account_id,
    'numerator' as part,
    finely(divided(
        as_double(sentiment.weight)
            * raised(
                0.5,
                divided(period.as_of_day - sentiment.observed_day, sentiment_half_life_days())
            )
            * as_double(1 + sentiment.polarity) * 0.5,
        sentiment_day.weight
    ))                        as amount,
    'sentiment_obs'          as record_table,
    sentiment.observation_id as record_id,
    sentiment.observed_day   as day_number,
    sentiment.source         as label
from period
join fact.sentiment_day
    on  sentiment_day.day_number = period.as_of_day
    and sentiment_day.weight > 0
join fact.sentiment
    on  sentiment.account_id = sentiment_day.account_id
    and sentiment.observed_day >  period.as_of_day - sentiment_days()
    and sentiment.observed_day <= period.as_of_day
    and coalesce(sentiment.replaced_day, 2147483647) > period.as_of_day
left join fact.customer_day
    on  customer_day.account_id = sentiment_day.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = sentiment_day.account_id)
)
union all
select
    period.id, sentiment_day.account_id, 'denominator', 1, 'account', sentiment_day.account_id,
    null, null
from period
join fact.sentiment_day
    on  sentiment_day.day_number = period.as_of_day
    and sentiment_day.weight > 0
left join fact.customer_day
    on  customer_day.account_id = sentiment_day.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = sentiment_day.account_id)
)

/*---
examples:
  - name: newer texts weigh more
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
        cobalt     | 2025-05-31 | true
      fact.sentiment: |
        account_id | polarity | weight | observed_day
        acorn      | 0.8      | 1      | 2025-05-21
        acorn      | -0.5     | 1      | 2025-04-21
        acorn      | 0.2      | 1      | 2025-05-26
        cobalt     | -1       | 1      | 2025-05-30
        cobalt     | -1       | 1      | 2025-05-30
        cobalt     | -1       | 1      | 2025-03-03
        cobalt     | 1        | 5      | 2025-03-02
        cobalt     | 1        | 5      | 2025-06-01
    expect: |
      entity | value         | status
      acorn  | 64.7665132115 | OK
      cobalt | 0             | OK
      (all)  | 32.3832566058 | OK

  - name: two texts are shown and not judged, none are no value, and lost customers leave the mean
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        ember      | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
        cobalt     | 2025-05-31 | true
      fact.sentiment: |
        account_id | polarity | weight | observed_day
        acorn      | 1        | 1      | 2025-05-31
        acorn      | 0        | 1      | 2025-05-31
        ember      | -1       | 1      | 2025-05-31
    expect: |
      entity | value | status
      acorn  | 75    | INSUFFICIENT_SAMPLE
      cobalt |       | NO_DATA
      ember  | 0     | INSUFFICIENT_SAMPLE
      (all)  | 75    | INSUFFICIENT_SAMPLE

  - name: what two models read is never one series
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        ember      | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
        ember      | 2025-05-31 | true
      customer.sentiment_obs: |
        id | account_id | source | polarity | weight | model_version | observed_at
        o1 | acorn      | ticket | -1       | 1      | m1            | 2025-05-01 09:00:00+00
        o2 | acorn      | ticket | 1        | 1      | m2            | 2025-05-31 09:00:00+00
        o3 | acorn      | email  | 0        | 1      | m1            | 2025-05-31 09:00:00+00
        o4 | acorn      | call   | 0.5      | 1      |               | 2025-05-31 09:00:00+00
        o5 | cobalt     | ticket | -1       | 1      | m1            | 2025-05-01 09:00:00+00
        o6 | ember      | ticket | 1        | 1      | m3            | 2025-06-01 09:00:00+00
        o7 | ember      | ticket | 1        | 1      | m2            | 2025-05-31 09:00:00+00
    expect: |
      entity | value | status              | warnings
      acorn  | 75    | OK                  | model_changed
      cobalt |       | NO_DATA             | model_changed
      ember  | 100   | INSUFFICIENT_SAMPLE |
      (all)  | 87.5  | OK                  |

  - name: a half-life of ten days forgets sooner
    as_of: 2025-05-31
    settings: {sentiment_half_life_days: 10, sentiment_minimum: 2}
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
      fact.sentiment: |
        account_id | polarity | weight | observed_day
        acorn      | 1        | 1      | 2025-05-31
        acorn      | -1       | 2      | 2025-05-21
    expect: |
      entity | value | status
      acorn  | 50    | OK

  - name: comments of a recommendation survey are left out
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
      customer.sentiment_obs: |
        account_id | source | polarity | weight | observed_at
        acorn      | ticket | 0.5      | 2      | 2025-05-31 09:00:00+00
        acorn      | nps    | -1       | 9      | 2025-05-31 09:00:00+00
    expect: |
      entity | value | denominator
      acorn  | 75    | 2
---*/
