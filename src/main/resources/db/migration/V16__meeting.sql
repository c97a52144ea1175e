-- how often its time was set, as calendars count it
alter table meeting add column sequence integer default 0 not null;
alter table meeting add column in_writing boolean default false not null;
alter table meeting add column changed_at timestamp with time zone;
-- it broke again before it was held
alter table meeting add column called_off boolean default false not null;

-- whoever asked to come, or was asked, without having taken part
create table meeting_guest (
    incident bigint not null references incident,
    person varchar(64) not null,
    primary key (incident, person)
);

-- which change of the meeting somebody's calendar has been told
create table meeting_invitation (
    incident bigint not null references incident,
    person varchar(64) not null,
    sequence integer not null,
    primary key (incident, person)
);

-- what goes into the reader's calendar with a mail
alter table message add column calendar varchar(100000);

-- the address of somebody's own calendar; only its digest is kept
create table calendar_address (
    person varchar(64) primary key,
    digest varchar(64) not null unique,
    made_at timestamp with time zone not null
);
