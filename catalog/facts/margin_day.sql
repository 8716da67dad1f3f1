/*---
fact:    margin_day
title:   The margin at which an account is served
grain:   one account, one day that must be answerable
columns:
  account_id: text
  day_number: day
  segment:    text
  rate:       fraction
reads:   [fact.account, fact.segment_member, customer.gross_margin]
caveats:
  - It is the latest known of the account's segment, else the workspace's own.
---*/
select
    account.account_id,
    spine.day_number,
    max(segment_member.segment) as segment,
    cast(coalesce(
        max_by(margin.rate, margin.valid_from), gross_margin()
    ) as decimal(38, 12)) as rate
from spine
cross join fact.account
left join fact.segment_member
    on  segment_member.account_id = account.account_id
    and segment_member.start_day <= spine.day_number
    and coalesce(segment_member.end_day, 2147483647) > spine.day_number
left join customer.gross_margin as margin
    on  margin.segment = segment_member.segment
    and day_number(margin.valid_from) <= spine.day_number
group by account.account_id, spine.day_number
