create table workspace (
    workspace_id            text primary key,
    name                    text not null,
    reporting_zone          text not null,
    reporting_currency      text not null,
    fiscal_year_start_month integer not null,
    created_at              timestamptz not null
);

create table token (
    workspace_id text not null references workspace,
    token_id     text not null,
    name         text not null,
    sha256       bytea not null unique,
    kind         text not null check (kind in ('api', 'write')),
    scopes       text[] not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    primary key (workspace_id, token_id)
);

-- Whoever shows a secret has named no workspace yet: the token says which one it is. So this runs
-- with the owner's eyes, and gives away nothing to those who do not have the secret.
create function token_shown(secret_sha256 bytea, moment timestamptz)
returns table (workspace_id text, token_id text, kind text, scopes text[])
language sql
security definer
set search_path = ''
as $$
    -- At most once a minute: a busy key must not make every read a write.
    update workspace.token
    set last_used_at = moment
    where sha256 = secret_sha256
        and revoked_at is null
        and (expires_at is null or expires_at > moment)
        and (last_used_at is null or last_used_at <= moment - interval '1 minute');

    select workspace_id, token_id, kind, scopes
    from workspace.token
    where sha256 = secret_sha256
        and revoked_at is null
        and (expires_at is null or expires_at > moment);
$$;

-- What runs for every workspace has to know which there are.
create function all_workspaces()
returns setof text
language sql
stable
security definer
set search_path = ''
as $$
    select workspace_id from workspace.workspace order by workspace_id;
$$;
