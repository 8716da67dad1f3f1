/*---
fact:    person
title:   Who a user of the product is
grain:   one user id
columns:
  alias_id:      text
  source_system: text
  source_id:     text
  person_id:     text
  kind:          text
reads:   [customer.app_user]
caveats:
  - A user who was merged into another is that other, however many steps it took.
  - Kind is that of whom the steps end at, so a colleague's private address is a colleague.
---*/
with recursive step as (
    select id as alias_id, source_system, source_id, id as person_id, merged_into, kind, 0 as steps
    from customer.app_user
    union all
    select
        step.alias_id,
        step.source_system,
        step.source_id,
        next.id as person_id,
        next.merged_into,
        next.kind,
        step.steps + 1 as steps
    from step
    join customer.app_user as next
        on next.id = step.merged_into
    -- A circle of merges ends somewhere too.
    where step.steps < 10
)
select alias_id, source_system, source_id, person_id, kind
from (
    select
        step.*,
        row_number() over (partition by alias_id order by steps desc) as last
    from step
) as walked
where last = 1
