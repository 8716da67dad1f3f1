/*---
condition: segment
title:     Segment
means:     The segment that the account belongs to on the day.
answers:   word
reads:     [fact.segment_member]
sources:   [account]
---*/
select
    period.id as period_id,
    member.account_id,
    member.segment as value
from period
join fact.segment_member as member
    on  member.start_day <= period.as_of_day
    and (member.end_day is null or member.end_day > period.as_of_day)

/*---
examples:
  - name: from the day of a move the account belongs to the new segment
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
      fact.segment_member: |
        account_id | segment    | start_day  | end_day
        acorn      | SMB        | 2024-01-01 | 2025-03-31
        acorn      | Enterprise | 2025-03-31 |
    expect: |
      entity | value
      acorn  | Enterprise
      cobalt |

  - name: the last day in a segment is the day before it ends
    as_of: 2025-03-30
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.segment_member: |
        account_id | segment    | start_day  | end_day
        acorn      | SMB        | 2024-01-01 | 2025-03-31
        acorn      | Enterprise | 2025-03-31 |
    expect: |
      entity | value
      acorn  | SMB
---*/
