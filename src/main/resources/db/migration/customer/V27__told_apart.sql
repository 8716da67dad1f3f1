-- Pairs of records that look like one and are not, so that nobody is asked twice. The lesser id comes
-- first.
create table customer.told_apart (
    workspace_id text not null,
    kind         text not null check (kind in ('account', 'contact')),
    first_id     text not null,
    second_id    text not null,
    decided_at   timestamptz not null,
    decided_by   text not null,
    primary key (workspace_id, kind, first_id, second_id),
    check (first_id collate "C" < second_id collate "C")
);

-- Whether exact matches are merged without asking. No row: they are not.
create table customer.matching (
    workspace_id text primary key,
    automatic    boolean not null,
    set_at       timestamptz not null,
    set_by       text not null
);
