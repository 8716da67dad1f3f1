/*---
condition: renewal_within_120_days
title:     Renewal is near
means:     The next contract that is due, without a signed successor, is due within 120 days.
reads:     [fact.contract]
sources:   [contract]
---*/
select distinct
    period.id as period_id,
    contract.account_id
from period
join fact.contract
    on  contract.start_day <= period.as_of_day
    and contract.due_day   >= period.as_of_day
    and contract.due_day   <= period.as_of_day + 120
where contract.successor_signed_day is null
or contract.successor_signed_day > period.as_of_day

/*---
examples:
  - name: 120 days are near and 121 are not
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.contract: |
        contract_id | account_id | start_day  | due_day    | outcome
        c1          | acorn      | 2024-07-29 | 2025-07-29 | pending
        c2          | cobalt     | 2024-07-30 | 2025-07-30 | pending
    expect: |
      entity | holds
      acorn  | true
      cobalt | false

  - name: a successor that is signed has settled it
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.contract: |
        contract_id | account_id | start_day  | due_day    | outcome | successor_signed_day
        c1          | acorn      | 2024-04-30 | 2025-04-30 | pending | 2025-03-31
        c2          | cobalt     | 2024-04-30 | 2025-04-30 | pending | 2025-04-01
    expect: |
      entity | holds
      acorn  | false
      cobalt | true
---*/
