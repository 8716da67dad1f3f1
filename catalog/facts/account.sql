/*---
fact:    account
title:   An account
grain:   one account
columns:
  account_id:         text
  source_system:      text
  source_id:          text
  name:               text
  counts_as_logo:     flag
  payment_terms_days: count
  customer_since_day: day
reads:   [customer.account]
caveats:
  - A subsidiary adds revenue and no logo, unless its record says otherwise.
---*/
select
    account.id as account_id,
    account.source_system,
    account.source_id,
    account.name,
    coalesce(account.counts_as_logo, account.parent_id is null) as counts_as_logo,
    account.payment_terms_days,
    day_number(account.customer_since) as customer_since_day
from customer.account as account
