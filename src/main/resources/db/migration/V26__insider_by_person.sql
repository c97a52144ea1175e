-- Who may see what is asked with every request: it must not take longer the more incidents there have been.
create index incident_restricted on incident (restricted, reporter);
create index tenure_of_person on tenure (person, incident);
create index tenure_that_came on tenure (came_from, person);
create index ensemble_of_person on ensemble_member (person, incident);
create index hand_over_to on hand_over (to_person, pending);
create index meeting_guest_of_person on meeting_guest (person);

drop view insider;
create view insider as
select number as incident, circle, reporter as person from incident
    where incident.restricted and incident.circle is not null and reporter <> 'other-systems'
union
select incident.number, incident.circle, tenure.person from incident
    join tenure on tenure.incident = incident.number
    where incident.restricted and incident.circle is not null
union
select incident.number, incident.circle, tenure.person from incident
    join tenure on tenure.came_from = incident.number
    where incident.restricted and incident.circle is not null and tenure.came_from is not null
union
select incident.number, incident.circle, ensemble_member.person from incident
    join ensemble_member on ensemble_member.incident = incident.number
    where incident.restricted and incident.circle is not null
union
select incident.number, incident.circle, ensemble_member.person from incident
    join ensemble_member on ensemble_member.came_from = incident.number
    where incident.restricted and incident.circle is not null and ensemble_member.came_from is not null
union
select incident.number, incident.circle, hand_over.to_person from incident
    join hand_over on hand_over.incident = incident.number
    where incident.restricted and incident.circle is not null and hand_over.pending
union
select incident.number, incident.circle, follow_up.owner from incident
    join follow_up on follow_up.incident = incident.number
    where incident.restricted and incident.circle is not null
union
select incident.number, incident.circle, member.USER_ID_ from incident
    join ACT_ID_MEMBERSHIP member on member.GROUP_ID_ = 'security'
    where incident.restricted and incident.circle is not null
union
select incident.number, incident.circle, meeting_guest.person from incident
    join meeting_guest on meeting_guest.incident = incident.number
    where incident.restricted and incident.circle is not null;
