-- Where an account sits and which addresses are its own, and what its people are called at work.

alter table customer.account add column country text, add column domain text;
alter table customer.contact add column title text;
create index account_by_domain on customer.account (workspace_id, domain)
    where superseded_at is null;
create index contact_by_email on customer.contact (workspace_id, lower(email))
    where superseded_at is null;
