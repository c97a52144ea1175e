package dev.ensemble.reflect;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** Everyone who took part, and whoever asked, gets the meeting into their calendar. */
@Component
class InvitePeople implements Step {

    private final Invitations invitations;

    InvitePeople(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void run(Token token) {
        invitations.send(token.incident());
    }
}
