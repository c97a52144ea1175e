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

-- Whoever is invited to the meeting of a restricted incident may see it, too.
drop view insider;
create view insider as
select number as incident, reporter as person from incident
    where circle is not null and reporter <> 'other-systems'
union
select incident.number, tenure.person from incident
    join tenure on tenure.incident = incident.number or tenure.came_from = incident.number
    where incident.circle is not null
union
select incident.number, ensemble_member.person from incident
    join ensemble_member on ensemble_member.incident = incident.number or ensemble_member.came_from = incident.number
    where incident.circle is not null
union
select incident.number, hand_over.to_person from incident
    join hand_over on hand_over.incident = incident.number
    where incident.circle is not null and hand_over.pending
union
select incident.number, follow_up.owner from incident
    join follow_up on follow_up.incident = incident.number
    where incident.circle is not null
union
select incident.number, member.USER_ID_ from incident
    join ACT_ID_MEMBERSHIP member on member.GROUP_ID_ = 'security'
    where incident.circle is not null
union
select incident.number, meeting_guest.person from incident
    join meeting_guest on meeting_guest.incident = incident.number
    where incident.circle is not null;

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
