-- When a file was last found to be what was written. One that was not is in quarantine: nobody reads
-- it, and it stays listed as a gap until it is rebuilt or comes back from a backup.
alter table lake.file
    add verified_at       timestamptz,
    add quarantined_at    timestamptz,
    add quarantine_reason text;

create index file_by_retirement on lake.file (workspace_id, retired_at)
where retired_at is not null;
