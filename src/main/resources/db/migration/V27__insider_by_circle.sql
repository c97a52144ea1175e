-- What has a circle is restricted; asked for both, PostgreSQL takes the two to be independent and expects a hundredth of the rows.
drop view insider;
create view insider as
select number as incident, circle, reporter as person from incident
    where incident.circle is not null and reporter <> 'other-systems'
union
select incident.number, incident.circle, tenure.person from incident
    join tenure on tenure.incident = incident.number
    where incident.circle is not null
union
select incident.number, incident.circle, tenure.person from incident
    join tenure on tenure.came_from = incident.number
    where incident.circle is not null and tenure.came_from is not null
union
select incident.number, incident.circle, ensemble_member.person from incident
    join ensemble_member on ensemble_member.incident = incident.number
    where incident.circle is not null
union
select incident.number, incident.circle, ensemble_member.person from incident
    join ensemble_member on ensemble_member.came_from = incident.number
    where incident.circle is not null and ensemble_member.came_from is not null
union
select incident.number, incident.circle, hand_over.to_person from incident
    join hand_over on hand_over.incident = incident.number
    where incident.circle is not null and hand_over.pending
union
select incident.number, incident.circle, follow_up.owner from incident
    join follow_up on follow_up.incident = incident.number
    where incident.circle is not null
union
select incident.number, incident.circle, member.USER_ID_ from incident
    join ACT_ID_MEMBERSHIP member on member.GROUP_ID_ = 'security'
    where incident.circle is not null
union
select incident.number, incident.circle, meeting_guest.person from incident
    join meeting_guest on meeting_guest.incident = incident.number
    where incident.circle is not null;
