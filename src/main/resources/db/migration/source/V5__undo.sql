-- An undo is an import of its own in the log that names the one it takes back. Once is enough.
alter table source.import add column undoes text;
create unique index import_undone_once on source.import (workspace_id, undoes)
where undoes is not null;

-- How far a table was complete before this file, so that an undo can go back to it. Null is an import
-- from before this was kept.
alter table source.import_file
    add column connected_before boolean,
    add column complete_before  date;

alter table source.import_rejection add column undone_at timestamptz;
