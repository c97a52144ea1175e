-- Who restricts an incident looks for the follow-ups that name it.
create index follow_up_that_did_not_hold on follow_up (did_not_hold_in);
