/*---
fact:    farewell
title:   An account stopped paying, or handed over what it paid
grain:   one account, one day, as it was known until it turned out to be a bridged gap
columns:
  account_id:  text
  day_number:  day
  how:         text
  settles_day: day
  void_day:    day
reads:   [fact.mrr_move]
caveats:
  - how is involuntary, completed, voluntary or, where nothing was lost but went to another account,
    handed_over.
  - Until settles_day a return may still undo it. From void_day on it has been undone.
---*/
select
    account_id,
    day_number,
    case
        when bool_or(kind = 'churn' and coalesce(reason, '') = 'involuntary') then 'involuntary'
        when bool_or(kind = 'churn' and coalesce(reason, '') = 'completed')   then 'completed'
        when bool_or(kind = 'churn')                                          then 'voluntary'
        else 'handed_over'
    end as how,
    max(settles_day) as settles_day,
    void_day
from fact.mrr_move
where kind = 'churn'
or (kind = 'transfer' and amount < 0)
group by account_id, day_number, void_day
