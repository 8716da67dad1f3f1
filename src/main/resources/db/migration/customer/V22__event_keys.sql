-- What keeps an event from counting twice, for as long as the event is kept: the first 128 bits of a
-- SHA-256 of workspace, source and message id. `content` tells a repetition from another event of the
-- same id. Random keys spread over a large index; in parts each stays small enough to be at hand.
create table customer.event_key (
    workspace_id text not null,
    key          uuid not null,
    content      uuid not null,
    day          date not null,
    primary key (key)
) partition by hash (key);
do $$
begin
    for part in 0..7 loop
        execute format(
            'create table customer.event_key_%s partition of customer.event_key'
            ' for values with (modulus 8, remainder %s)', part, part);
    end loop;
end
$$;
