-- Incidents that are over, in the shape in which the product leaves them, made from bench_number: i counts them, n is
-- the number of each, and at is when it was reported. Ids are given, since H2 asks its sequences slowly. One in a hundred
-- is restricted, one in fifty a drill, one in thirty was nothing.

insert into incident (number, service, reported_as, condition, stage, summary, reporter, restricted, drill, reported_at,
    restored_at, closed_at, circle, restricted_at, place, retracted_because)
select n,
    case mod(i, 7) when 0 then 'Figgy' when 1 then 'Catalog' when 2 then 'Library website' else 'PULMap' end,
    case mod(i, 3) when 0 then 'down' else 'degraded' end,
    case mod(i, 30) when 3 then 'degraded' else 'restored' end,
    case mod(i, 30) when 3 then 'retracted' else 'closed' end,
    'Readers see error ' || mod(i, 977) || ' on page ' || mod(i, 31) || ' of the ' || mod(i, 13) || 'th collection',
    case mod(i, 39) when 7 then 'rosa' when 8 then 'sam' else 'other-systems' end, mod(i, 100) = 7, mod(i, 50) = 9, at,
    case mod(i, 30) when 3 then null else at + (10 + mod(i * 7, 400)) * interval '1' minute end,
    at + (1 + mod(i, 60)) * interval '1' day,
    case when mod(i, 100) = 7 then 'circle-' || i end,
    case when mod(i, 100) = 7 then at end,
    case when mod(i, 100) = 7 then 'C' || i end,
    case mod(i, 30) when 3 then 'A monitor was wrong' end
from bench_number;

insert into tenure (id, incident, role, person, since, until, held)
select i * 4 + which, n, role, case mod(i * 7 + which, 200) when 0 then 'maya' when 1 then 'noor' when 2 then 'ines' when 3 then 'rosa'
        else 'person-' || mod(i * 7 + which, 200) end,
    at + (which + mod(i, 20)) * interval '1' minute, at + interval '3' day, null
from bench_number, (values ('moderator', 1), ('note-taker', 2), ('it-manager', 3), ('interpreter', 4)) as needed (role, which);

insert into ensemble_member (id, incident, role, person, since, until, here)
select i, n, 'expert', case mod(i * 11, 200) when 4 then 'rosa' else 'person-' || mod(i * 11, 200) end, at + interval '9' minute, at + interval '3' day, null from bench_number where mod(i, 2) = 0;

insert into hand_over (id, incident, role, from_person, to_person, briefing, offered_at, answered_at, outcome, pending)
select i, n, 'moderator', 'maya', 'noor', 'We wait for the vendor', at + interval '61' minute,
    at + (62 + mod(i, 5)) * interval '1' minute, case mod(i, 5) when 0 then 'accepted' else 'declined' end, null
from bench_number where mod(i, 5) < 2;

insert into timeline_entry (id, incident, at, kind, box, label, person, text, unread)
select i * 14 + which, n, at + which * interval '3' minute, kind, box, label, person, text, null
from bench_number, (values
    (0, 'event', 'StartEvent_incidentReported', 'Incident reported', 'rosa', 'Readers see an error on every page'),
    (1, 'event', 'announce', 'Announce', null, null),
    (2, 'event', 'staff', 'Staff', null, null),
    (3, 'event', 'takeRole', 'Take role', 'maya', null),
    (4, 'event', 'respond', 'Respond', null, null),
    (5, 'finding', null, 'Finding', 'eli', 'The log of the second host has nothing since midnight'),
    (6, 'event', 'investigate', 'Investigate', 'eli', 'Restart the workers'),
    (7, 'event', 'fix', 'Fix', null, null),
    (8, 'event', 'applyFix', 'Apply fix', 'eli', 'Restarted the workers'),
    (9, 'event', 'verifyFix', 'Verify fix', 'lena', 'Pages load again'),
    (10, 'event', 'reflect', 'Reflect', null, null),
    (11, 'event', 'holdMeeting', 'Hold meeting', 'maya', 'Both hosts share a rack'),
    (12, 'event', 'follow-up', 'Follow up', null, null),
    (13, 'event', 'closeIncident', 'Close incident', null, null)) as happened (which, kind, box, label, person, text);

insert into message (id, incident, kind, words, text, mark, state, added_at, first_tried_at, settled_at, channel, stamp, way)
select i * 10 + which, n, kind, words, 'INC-' || n || ' We have the following incident: ' || text, mark, 'said',
    at + which * interval '3' minute, at + which * interval '3' minute, at + which * interval '3' minute + mod(i, 50) * interval '1' second,
    'C0REPORTS1', n || '.' || which, 'slack'
from bench_number, (values
    (0, 'announcement', 'announcement', 'it is down. Notes are here, the meeting room is there, and everyone is encouraged to come.'),
    (1, 'reply', 'intention', 'Our goal is to learn about the causes, fix the issue and reflect on these.'),
    (2, 'reply', 'role-taken', 'somebody moderates now.'),
    (3, 'edit', 'announcement', 'it is down, and somebody moderates.'),
    (4, 'reply', 'trying', 'we restart the workers.'),
    (5, 'reply', 'restored', 'it works again.'),
    (6, 'edit', 'announcement', 'it is restored.'),
    (7, 'reply', 'meeting-time', 'we meet tomorrow at ten.'),
    (8, 'reply', 'learned', 'both hosts share a rack.'),
    (9, 'reply', 'closed', 'it is closed.')) as said (which, kind, words, text);

insert into obligation (id, incident, audience, word, owed_at, due_at, met_at, ended_at, pending)
select i * 3 + which, n, 'library-staff', word, at, at + interval '5' minute, at + interval '4' minute, at + interval '4' minute, null
from bench_number, (values ('first', 0), ('restored', 1), ('why', 2)) as owed (word, which);

insert into outside_update (id, incident, audience, word, condition, text, no_change, person, at, way, address)
select i * 3 + which, n, 'library-staff', word, 'down', 'Some pages do not load. We are working on it.', false, 'ines',
    at + interval '4' minute, 'mail', 'staff@example.org'
from bench_number, (values ('first', 0), ('restored', 1), ('why', 2)) as told (word, which);

insert into meeting (incident, at, minutes, held_at)
select n, at + interval '2' day, 50, at + interval '2' day + mod(i, 9) * interval '1' minute from bench_number where mod(i, 30) <> 3;

insert into learned (id, incident, kind, text)
select i * 3 + which, n, kind, text || mod(i, 211)
from bench_number, (values ('cause', 'Both hosts share rack ', 0), ('lesson', 'Look at rack ', 1),
    ('went-well', 'The runbook had page ', 2)) as understood (kind, text, which);

insert into follow_up (id, incident, action, owner, due, done_when, state, evidence, verified_by, verified_at, ended_at)
select i * 2 + which, n, 'Move host ' || mod(i, 211) || ' to another rack', case mod(i, 30) when 0 then 'eli' when 1 then 'ines' when 2 then 'noor' else 'person-' || mod(i, 200) end,
    cast(at + interval '14' day as date), 'The hosts stand in two racks',
    case mod(i, 9) when 4 then 'declined' else 'ended' end, 'They do', 'lena',
    case mod(i, 9) when 4 then null else at + (10 + mod(i, 9)) * interval '1' day end,
    at + (10 + mod(i, 50)) * interval '1' day
from bench_number, (values (0), (1)) as promised (which) where mod(i, 30) <> 3;

insert into follow_up_turn (id, follow_up, at, state, owner, person)
select id, id, ended_at, state, owner, owner from follow_up;

insert into recurrence (incident, earlier, rule, words, words_alike, state, decided_by, decided_at)
select n, n - 70, 'words', 9, 5, case mod(i, 20) when 0 then 'confirmed' else 'rejected' end, 'maya', at
from bench_number where mod(i, 10) = 0 and n > 70 and n < 1000000000000;

-- Of one in ten only: H2 takes an hour to index the words of all.
insert into library_text (id, incident, shelf, words)
select i * 3 + shelf, n, shelf, case shelf when 0 then '' when 1 then 'readers reader see error page ' || mod(i, 977) || ' collection ' else
        'readers reader see error page ' || mod(i, 977) || ' collection log second host midnight restart workers worker load again ' end
    || 'both hosts host share rack ' || mod(i, 211)
from bench_number, (values (0), (1), (2)) as placed (shelf) where n < 1000000000000 and mod(i, 10) = 0;

-- Ten are open, and more than that somebody has promised and not kept yet.
update incident set stage = 'respond', closed_at = null, restored_at = null, condition = reported_as
where number in (select number from incident where not restricted and not drill order by number desc limit 10);

update follow_up set state = 'accepted', ended_at = null, verified_at = null, verified_by = null
where id in (select id from follow_up order by id desc limit 40);

drop table bench_number;

alter table incident alter column number restart with 10000001;
alter table tenure alter column id restart with 10000001;
alter table ensemble_member alter column id restart with 10000001;
alter table hand_over alter column id restart with 10000001;
alter table timeline_entry alter column id restart with 10000001;
alter table message alter column id restart with 10000001;
alter table obligation alter column id restart with 10000001;
alter table outside_update alter column id restart with 10000001;
alter table learned alter column id restart with 10000001;
alter table follow_up alter column id restart with 10000001;
alter table follow_up_turn alter column id restart with 10000001;
alter table library_text alter column id restart with 10000001;

analyze;
