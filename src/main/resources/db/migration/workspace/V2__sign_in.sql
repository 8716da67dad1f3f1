-- People come in by a link that works once; it becomes a session of their browser. Both are tokens:
-- a secret of which only the hash is kept, with an end, and revocable.
alter table token drop constraint token_kind_check;
alter table token add constraint token_kind_check
    check (kind in ('api', 'write', 'link', 'session'));

-- Spends a link: of two who show it at once, one comes in.
create function link_spent(secret_sha256 bytea, moment timestamptz)
returns setof text
language sql
security definer
set search_path = ''
as $$
    update workspace.token
    set revoked_at = moment, last_used_at = moment
    where sha256 = secret_sha256
        and kind = 'link'
        and revoked_at is null
        and (expires_at is null or expires_at > moment)
    returning workspace_id;
$$;
