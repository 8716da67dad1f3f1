-- What events say of who is who and who belongs where. All three are functions of the set of the
-- events, whatever their order; the events themselves are in the lake. As with records, what was known
-- at K has recorded_at <= K.

-- One row for each group call: from then on this user's events belong to that account, unless they
-- name one themselves. A visitor who has not said who it is may call, too.
create table customer.user_group (
    workspace_id  text not null,
    version       bigint generated always as identity primary key,
    id            text not null,
    source_system text not null,
    message_id    text not null,
    user_ref      text,
    anonymous_ref text,
    account_ref   text not null,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    deleted_at    timestamptz,
    unique (workspace_id, source_system, message_id),
    check (user_ref is not null or anonymous_ref is not null)
);
create index user_group_by_id on customer.user_group (workspace_id, id);
create index user_group_by_user
    on customer.user_group (workspace_id, source_system, user_ref, occurred_at);

-- One row for each identify that names both ids and each alias of an anonymous id. The first of an
-- anonymous id counts, by the time of occurrence.
create table customer.user_link (
    workspace_id  text not null,
    version       bigint generated always as identity primary key,
    id            text not null,
    source_system text not null,
    message_id    text not null,
    anonymous_ref text not null,
    user_ref      text not null,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    deleted_at    timestamptz,
    unique (workspace_id, source_system, message_id)
);
create index user_link_by_id on customer.user_link (workspace_id, id);
create index user_link_by_anonymous
    on customer.user_link (workspace_id, source_system, anonymous_ref, occurred_at);

-- The UTC days on which events occurred that the roll-up has not taken in. `touched` is the number of
-- the last transaction that brought one: a day is done if it did not change meanwhile.
create table customer.touched_day (
    workspace_id text   not null,
    day          date   not null,
    touched      bigint not null,
    primary key (workspace_id, day)
);
