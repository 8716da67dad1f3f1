/*---
fact:    account_alias
title:   What a source calls an account
grain:   one id of one source
columns:
  source_system: text
  source_id:     text
  account_id:    text
reads:   [customer.account, customer.merged]
caveats:
  - An account that was merged into another is that other, by all of its names.
---*/
select account.source_system, account.source_id, account.id as account_id
from customer.account as account
union
select merged.source_system, merged.source_id, merged.survivor_id as account_id
from customer.merged as merged
where merged.kind = 'account'
