-- What a write key sends is a source of its own: message ids are unique in it, and the ids of users
-- and accounts are those of that source. Two keys may share one, so that one can replace the other.
alter table token add column source_system text;

-- Like before, with the source beside it.
drop function token_shown(bytea, timestamptz);
create function token_shown(secret_sha256 bytea, moment timestamptz)
returns table (workspace_id text, token_id text, kind text, scopes text[], source_system text)
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

    select workspace_id, token_id, kind, scopes, source_system
    from workspace.token
    where sha256 = secret_sha256
        and revoked_at is null
        and (expires_at is null or expires_at > moment);
$$;
