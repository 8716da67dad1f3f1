/*---
fact:    identity
title:   Who a visitor of the product turned out to be
grain:   one visitor of one source
columns:
  source_system: text
  anonymous_ref: text
  user_ref:      text
reads:   [customer.user_link]
caveats:
  - The first link counts, by when it happened. A device that a second person signs in on does not
    give them what the first did before.
  - References are as sent.
---*/
select source_system, anonymous_ref, user_ref
from (
    select
        link.source_system,
        link.anonymous_ref,
        link.user_ref,
        row_number() over (
            partition by link.source_system, link.anonymous_ref
            order by link.occurred_at, link.message_id
        ) as place
    from customer.user_link as link
) as ranked
where place = 1
