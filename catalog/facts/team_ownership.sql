/*---
fact:    team_ownership
title:   A team looks after an account through one of its members
grain:   one team, one account, one manager, for a while
columns:
  account_id: text
  team_id:    text
  start_day:  day
  end_day:    day
reads:   [fact.ownership, customer.team_member]
caveats:
  - Both the manager's stay in the team and the manager's care for the account are dated.
---*/
select
    ownership.account_id,
    member.team_id,
    greatest(ownership.start_day, day_number(member.valid_from)) as start_day,
    -- Either may be open; the earlier end that there is counts.
    least(ownership.end_day, day_number(member.valid_to)) as end_day
from fact.ownership
join customer.team_member as member
    on  member.csm_id = ownership.csm_id
    and (ownership.end_day is null or day_number(member.valid_from) < ownership.end_day)
    and (member.valid_to is null or day_number(member.valid_to) > ownership.start_day)
