/*---
fact:    feature_time
title:   How long a person of an account used a feature on a day
grain:   one account, one user or none, one feature, one day
columns:
  account_id:   text
  user_id:      text
  feature_id:   text
  day_number:   day
  method:       text
  seconds:      count
  record_table: text
reads:   [fact.interaction, fact.usage_day]
back:    0
caveats:
  - A minute in which somebody used two features counts for both, so features do not add up.
  - Where events are too sparse to count minutes, a setting counts sessions instead. They are the gaps
    between one event and the next, but for those in which the session timed out.
  - What a source reports is taken on days on which we see nobody of the account at work, so no day
    has two methods.
---*/
with moment as (
    select account_id, user_id, feature_id, day_number, second, max(record_table) as record_table
    from fact.interaction
    where feature_id is not null
    group by account_id, user_id, feature_id, day_number, second
),
gapped as (
    select
        moment.*,
        second - lag(second) over (partition by account_id, user_id, feature_id order by second) as gap
    from moment
)
select
    account_id, user_id, feature_id,
    day_number,
    case when sparse_events() then 'sessions' else 'active_minutes' end as method,
    case
        when sparse_events()
            then coalesce(sum(case when gap <= 60 * idle_timeout_minutes() then gap end), 0)
        else 60 * count(distinct second - second % 60)
    end as seconds,
    coalesce(max(record_table), 'usage_event') as record_table
from gapped
group by account_id, user_id, feature_id, day_number
union all
select
    told.account_id, told.user_id, told.feature_id,
    told.day_number,
    'reported'                        as method,
    cast(sum(told.seconds) as bigint) as seconds,
    max(told.record_table)            as record_table
from fact.usage_day as told
left join (select distinct account_id, day_number from fact.interaction) as seen
    on  seen.account_id = told.account_id
    and seen.day_number = told.day_number
where told.seconds is not null
and seen.account_id is null
and told.feature_id is not null
group by told.account_id, told.user_id, told.feature_id, told.day_number
