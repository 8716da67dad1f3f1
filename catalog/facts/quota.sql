/*---
fact:    quota
title:   What somebody is to renew in a quarter
grain:   one manager, team or company and one quota that is part of theirs
columns:
  entity_id: text
  quota_id:  text
  currency:  text
  amount:    money
  start_day: day
reads:   [customer.quota, customer.team_member]
caveats:
  - A team has the quotas of those who belong to it on the first day of the quarter, the company has
    all.
  - Quarters are fiscal ones. A fiscal year is named after the calendar year in which it ends.
---*/
with numbered as (
    select
        quota.*,
        12 * (
            cast(substr(quarter, 1, 4) as integer)
            - case when fiscal_year_start_month() = 1 then 0 else 1 end
        )
        + fiscal_year_start_month() - 1
        + 3 * (cast(substr(quarter, 7, 1) as integer) - 1) as month_number
    from customer.quota as quota
),
dated as (
    select
        numbered.*,
        day_number(make_date(
            cast(whole(month_number, 12) as integer), cast(month_number % 12 as integer) + 1, 1
        )) as start_day
    from numbered
),
holder as (
    select csm_id as entity_id, id, start_day from dated
    union
    select 'company' as entity_id, id, start_day from dated
    union
    select member.team_id as entity_id, dated.id, dated.start_day
    from dated
    join customer.team_member as member
        on  member.csm_id = dated.csm_id
        and day_number(member.valid_from) <= dated.start_day
        and (member.valid_to is null or day_number(member.valid_to) > dated.start_day)
)
select
    holder.entity_id,
    dated.id  as quota_id,
    dated.ccy as currency,
    cast(dated.renewal_arr as decimal(18, 4)) as amount,
    dated.start_day
from holder
join dated
    on dated.id = holder.id
