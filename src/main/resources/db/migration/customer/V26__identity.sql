-- Records of two sources that are one customer or one person. Nothing in the records changes: a merge
-- says that the loser is the survivor from merged_at on, until undone_at. As with records, what was
-- known at K has merged_at <= K and undone_at null or after K. `version` grows with each change of a
-- row, so that whoever has read up to one sees an undoing too.
create table customer.merge (
    workspace_id text not null,
    version      bigint generated always as identity primary key,
    id           text not null,
    kind         text not null check (kind in ('account', 'contact')),
    loser_id     text not null,
    survivor_id  text not null,
    rule         text not null,
    merged_at    timestamptz not null,
    merged_by    text not null,
    reason       text not null,
    undone_at    timestamptz,
    undone_by    text,
    check (loser_id <> survivor_id),
    check ((undone_at is null) = (undone_by is null))
);
create unique index merge_by_id on customer.merge (workspace_id, id);
create unique index merge_in_force on customer.merge (workspace_id, kind, loser_id)
    where undone_at is null;
create index merge_by_survivor on customer.merge (workspace_id, kind, survivor_id);

-- Whom each loser turned out to be in the end, however many merges it took, as known at a time.
-- Those in force at one time form no circle, so the walk ends.
create function customer.survivors(of_kind text, known timestamptz)
returns table (loser_id text, survivor_id text)
language sql stable as $$
    with recursive known_merge as (
        select merge.loser_id, merge.survivor_id
        from customer.merge
        where merge.kind = of_kind
        and merge.merged_at <= known
        and (merge.undone_at is null or merge.undone_at > known)
    ),
    walk as (
        select known_merge.loser_id, known_merge.survivor_id from known_merge
        union
        select walk.loser_id, next.survivor_id
        from walk
        join known_merge as next on next.loser_id = walk.survivor_id
    )
    select walk.loser_id, walk.survivor_id
    from walk
    where not exists (
        select from known_merge where known_merge.loser_id = walk.survivor_id)
$$;

-- The merges as facts read them: what the source calls the loser, and whom it is now.
create view customer.merged with (security_invoker = true) as
select
    merge.workspace_id,
    merge.version,
    merge.id,
    merge.kind,
    loser.source_system,
    loser.source_id,
    merge.loser_id,
    merge.survivor_id,
    cast(null as timestamptz) as occurred_at,
    merge.merged_at           as recorded_at,
    merge.undone_at           as superseded_at,
    cast(null as timestamptz) as deleted_at
from customer.merge
join lateral (
    select source_system, source_id from customer.account
    where merge.kind = 'account' and account.id = merge.loser_id
    union all
    select source_system, source_id from customer.contact
    where merge.kind = 'contact' and contact.id = merge.loser_id
    limit 1
) as loser on true;

-- Which source is believed first, for a field of a table or, with '*', for all of them. The newest
-- row of a field counts; an empty order takes the decision back.
create table customer.precedence (
    workspace_id  text not null,
    version       bigint generated always as identity primary key,
    id            text not null,
    table_name    text not null,
    field         text not null,
    sources       text[] not null,
    set_by        text not null,
    occurred_at   timestamptz,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    deleted_at    timestamptz
);
create unique index precedence_in_force on customer.precedence (workspace_id, table_name, field)
    where superseded_at is null;
