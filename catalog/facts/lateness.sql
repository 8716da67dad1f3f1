/*---
fact:    lateness
title:   How late an account's worst invoice is
grain:   one account that ever had an invoice, one period that is asked about
per:     period
columns:
  period_id:  count
  account_id: text
  age:        day
  status:     text
reads:   [fact.bill]
caveats:
  - An undated invoice leaves it open whether the account is late, unless another one is.
---*/
select
    period_id,
    account_id,
    max(case
        when is_open and counts then greatest(coalesce(age, 0), 0)
        else 0
    end) as age,
    case
        when max(case when is_open and counts then coalesce(age, 0) else 0 end)
            <= late_invoice_days()
            then max(case when is_open and counts and due_day is null then 'NO_DATA' end)
    end as status
from fact.bill
group by period_id, account_id
