/*---
fact:    invoice
title:   An invoice is open, by a certain amount
grain:   one invoice at one open balance for a while
columns:
  invoice_id:   text
  account_id:   text
  currency:     text
  open_balance: money
  due_day:      day
  is_disputed:  flag
  writes_off:   flag
  start_day:    day
  end_day:      day
reads:   [customer.invoice, customer.invoice_payment, customer.credit_note, fact.account]
caveats:
  - The balance is the total less payments and credit notes so far. An invoice that is paid without
    a payment on record is settled on its paid date.
  - An invoice with neither is open by what its source says is open, which is a present value.
  - Void invoices are not here. The status is the present one.
  - Without a due date it is the issue date and the account's terms; without terms there is none.
---*/
with told as (
    select invoice_id from customer.invoice_payment
    union
    select invoice_id from customer.credit_note
),
change as (
    select
        invoice.id as invoice_id,
        day_number(invoice.issued_on) as day_number,
        case
            when told.invoice_id is null and invoice.status <> 'paid'
                then coalesce(invoice.open_balance, invoice.total)
            else invoice.total
        end as delta
    from customer.invoice as invoice
    left join told
        on told.invoice_id = invoice.id
    union all
    select invoice_id, day_number(paid_on) as day_number, -amount as delta
    from customer.invoice_payment
    union all
    select invoice_id, day_number(issued_on) as day_number, -amount as delta
    from customer.credit_note
),
day_sum as (
    select invoice_id, day_number, sum(delta) as delta
    from change
    group by invoice_id, day_number
),
balance as (
    select
        invoice_id,
        day_number as start_day,
        lead(day_number) over (partition by invoice_id order by day_number) as end_day,
        sum(delta) over (partition by invoice_id order by day_number) as open_balance
    from day_sum
)
select
    invoice.id as invoice_id,
    invoice.account_id,
    invoice.ccy as currency,
    cast(balance.open_balance as decimal(18, 4)) as open_balance,
    day_number(invoice.issued_on) + case
        when invoice.due_on is not null
            then day_number(invoice.due_on) - day_number(invoice.issued_on)
        else cast(account.payment_terms_days as integer)
    end as due_day,
    invoice.status = 'disputed'      as is_disputed,
    invoice.status = 'uncollectible' as writes_off,
    balance.start_day,
    case
        when invoice.status <> 'paid' then balance.end_day
        when invoice.paid_on is null then coalesce(balance.end_day, balance.start_day)
        when balance.end_day is null then day_number(invoice.paid_on)
        else least(balance.end_day, day_number(invoice.paid_on))
    end as end_day
from balance
join customer.invoice as invoice
    on invoice.id = balance.invoice_id
join fact.account
    on account.account_id = invoice.account_id
where invoice.status <> 'void'
