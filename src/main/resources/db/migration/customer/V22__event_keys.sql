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
create table customer.event_key_0 partition of customer.event_key
    for values with (modulus 8, remainder 0);
create table customer.event_key_1 partition of customer.event_key
    for values with (modulus 8, remainder 1);
create table customer.event_key_2 partition of customer.event_key
    for values with (modulus 8, remainder 2);
create table customer.event_key_3 partition of customer.event_key
    for values with (modulus 8, remainder 3);
create table customer.event_key_4 partition of customer.event_key
    for values with (modulus 8, remainder 4);
create table customer.event_key_5 partition of customer.event_key
    for values with (modulus 8, remainder 5);
create table customer.event_key_6 partition of customer.event_key
    for values with (modulus 8, remainder 6);
create table customer.event_key_7 partition of customer.event_key
    for values with (modulus 8, remainder 7);
