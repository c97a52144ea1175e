-- requests that may come again, each with the answer it got
create table idempotency_key (
    caller varchar(64) not null,
    given_key varchar(255) not null,
    -- of what was asked
    digest varchar(64) not null,
    -- who works on it now, and until when we believe them; null once it is answered
    worker uuid,
    believed_until timestamp with time zone,
    first_seen_at timestamp with time zone not null,
    location varchar(1000),
    answer varchar(1000000),
    primary key (caller, given_key)
);
create index idempotency_key_age on idempotency_key (first_seen_at);
