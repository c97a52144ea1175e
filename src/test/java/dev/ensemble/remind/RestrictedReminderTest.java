package dev.ensemble.remind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtAnyHour;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Messages;
import dev.ensemble.process.Course;
import dev.ensemble.slack.SlackStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody is reminded of several things in one message, and few may know of one of them. */
@AtAnyHour
class RestrictedReminderTest {

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    Course course;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyIsRemindedYet() {
        Reminded.ofNothingYet(jdbc);
    }

    @AfterEach
    void slackIsWell() {
        Surroundings.SLACK.heal();
    }

    @Test
    void isNotNamedBesideOthers() {
        Reminded.due(walk, "eli");
        Reminded.due(other, "eli");

        restrict(other);
        walk.remind().say();

        assertThat(inPublic(other.id())).isZero();
        assertThat(walk.thread()).anyMatch(said -> said.contains("a follow-up of " + walk.id()));
    }

    @Test
    void isTakenBackWhereItWasNamedBesideOthers() {
        Reminded.due(walk, "eli");
        Reminded.due(other, "eli");
        walk.remind().say();
        assertThat(inPublic(other.id())).isPositive();

        restrict(other);
        other.openChannel().say();

        assertThat(inPublic(other.id())).isZero();
        assertThat(messages.of(walk.id())).extracting(Message::text).noneMatch(text -> names(text, other.id()));
    }

    @Test
    void isNotSaidBesideOthersWhereItHadNotGoneOut() {
        Reminded.due(walk, "eli");
        Reminded.due(other, "eli");
        walk.remind();

        restrict(other);
        walk.say();

        assertThat(inPublic(other.id())).isZero();
        assertThat(messages.of(walk.id()).stream().filter(message -> message.kind() == Kind.ROUND_UP))
                .extracting(Message::state)
                .containsExactly(Message.State.NOT_NEEDED);
    }

    private static boolean names(String text, IncidentId id) {
        return text != null && text.contains(id.toString());
    }

    private void restrict(Walk secret) {
        secret.asRun("maya", () -> course.restricted(secret.id(), "Patron data shows"));
    }

    /** How often what is to be done about it can be read where everybody reads. */
    private static long inPublic(IncidentId id) {
        return Surroundings.SLACK.postsContaining(id + " Figgy: *Move").stream()
                .filter(said -> said.channel().equals(SlackStub.REPORTS))
                .count();
    }
}
