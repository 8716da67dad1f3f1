-- Somebody wants no more of it. Whoever works on it stops at the next step; what is done stays done.
alter table job add column cancelled boolean not null default false;
