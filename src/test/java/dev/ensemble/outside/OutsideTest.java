package dev.ensemble.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.State;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Obligation;
import dev.ensemble.incident.Obligations;
import dev.ensemble.incident.OutsideUpdate;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Word;
import dev.ensemble.process.Course;
import dev.ensemble.process.OutsideProcess;
import dev.ensemble.slack.SlackStub;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People outside hear what they are owed. */
@EnsembleTest
class OutsideTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("tell-outside");

    @RegisterExtension
    static final Walked EVERY_BOX_OF_ONE = Walked.all("obligation");

    private static final String DESKS = "public-services-desks";
    private static final String STAFF = "library-staff";
    private static final String CAMPUS = "campus";
    private static final String PAGE = "website-visitors";
    private static final Map<String, Object> NO_CHANGE = Map.of("noChange", true);

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    Course course;

    @Autowired
    OutsideProcess process;

    @Autowired
    Obligations obligations;

    @Autowired
    OutsideUpdates updates;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nothingIsWrongOutside() {
        Surroundings.SLACK.heal();
        assertThat(Surroundings.SLACK.complaints()).isEmpty();
    }

    @Test
    void areOwedTheFirstWordWithinFiveMinutes() {
        walk.reported();

        assertThat(walk.open("tellOutside"))
                .hasSize(4)
                .allSatisfy(task -> assertThat(task.getDueDate()).isCloseTo(in(Duration.ofMinutes(5)), 60_000));
        assertThat(walk.taskFor("tellOutside", STAFF).getName())
                .isEqualTo(walk.id() + " Figgy: tell outside (library staff)");
        assertThat(obligations.of(walk.id()))
                .extracting(Obligation::audience, Obligation::word)
                .containsExactlyInAnyOrder(
                        tuple(DESKS, Word.FIRST),
                        tuple(STAFF, Word.FIRST),
                        tuple(CAMPUS, Word.FIRST),
                        tuple(PAGE, Word.FIRST));
    }

    @Test
    void areForTheItManagerAndWithoutOneForTheModerator() {
        walk.reported();
        assertThat(walk.taskFor("tellOutside", STAFF).getAssignee()).isNull();

        walk.take("moderator", "maya");
        assertThat(walk.taskFor("tellOutside", STAFF).getAssignee()).isEqualTo("maya");

        walk.take("it-manager", "ines");
        assertThat(walk.taskFor("tellOutside", STAFF).getAssignee()).isEqualTo("ines");

        walk.giveUp("it-manager", "ines", "Tired");
        assertThat(walk.taskFor("tellOutside", STAFF).getAssignee()).isEqualTo("maya");

        walk.giveUp("moderator", "maya", "Tired");
        assertThat(walk.taskFor("tellOutside", STAFF).getAssignee()).isNull();
    }

    @Test
    void readWhatTheRecordSaysAndNothingThatWeFound() {
        walk.responding()
                .complete("investigate", "eli", Map.of("next", "keep-looking", "finding", "The password was secret1"));

        assertThat(begun(STAFF))
                .startsWith("Figgy has been down since ")
                .contains("What people see: Readers see an error on every page")
                .doesNotContain("secret1", "Maya", "Rosa");
    }

    @Test
    void readNoSummaryOfWhatIsOrWasASecret() {
        walk.reported("Figgy", "insecure", "The password is secret1");
        assertThat(walk.open("tellOutside")).as("the plan tells nobody").isEmpty();

        walk.asRun("maya", () -> course.conditionChanged(walk.id(), "down", "Taken off the net"));

        assertThat(begun(STAFF)).contains("Figgy has been down").doesNotContain("secret1");
    }

    @Test
    void areToldByMailWithTheTimeOfTheNext() throws Exception {
        walk.responding().take("it-manager", "ines");
        var text = begun(STAFF);

        walk.tell(STAFF, "ines", Map.of("update", text)).say();

        var told = updates.last(walk.id(), STAFF).orElseThrow();
        assertThat(told.text())
                .startsWith(text)
                .containsPattern("You hear from us again by \\d\\d:\\d\\d \\w+ at the latest\\.$");
        assertThat(told.person()).isEqualTo("ines");
        assertThat(told.nextAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(18)),
                        Instant.now().plus(Duration.ofMinutes(20)));
        assertThat(Surroundings.MAIL.to("library-staff@lists.example.org"))
                .filteredOn(mail -> subject(mail).startsWith(walk.id() + " "))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.getSubject())
                            .matches(walk.id() + " Figgy is down: next update at \\d\\d:\\d\\d \\w+");
                    assertThat(mail.getContent()
                                    .toString()
                                    .replace("\r\n", "\n")
                                    .strip())
                            .isEqualTo(told.text());
                });
        assertThat(messages.get(told.message()).state()).isEqualTo(State.SAID);
        assertThat(obligations.open(walk.id(), STAFF)).isEmpty();
        assertThat(walk.timeline()).anySatisfy(entry -> {
            assertThat(entry.label()).isEqualTo("Tell outside");
            assertThat(entry.text()).isEqualTo("library staff: " + told.text());
        });
    }

    @Test
    void areToldInTheirChannelWhereNothingOfItPings() {
        walk.responding()
                .tell(DESKS, "maya", Map.of("update", "Down for <!channel> & *all*\n\nSorry"))
                .say();

        assertThat(Surroundings.SLACK.postsContaining("Down for &lt;!channel&gt; &amp;"))
                .singleElement()
                .satisfies(said -> assertThat(said.channel()).isEqualTo(SlackStub.DESKS));
    }

    @Test
    void areToldOnAPageByAPerson() {
        walk.responding().tell(PAGE, "maya", Map.of("update", "Down, sorry")).say();

        assertThat(walk.task("updateStatusPage").getAssignee()).isEqualTo("maya");
        assertThat(walk.shown("updateStatusPage"))
                .containsEntry(
                        "text", updates.last(walk.id(), PAGE).orElseThrow().text());
        assertThat(carrying(PAGE).state()).isEqualTo(State.HANDED_OVER);

        walk.complete("updateStatusPage", "maya", Map.of());

        assertThat(carrying(PAGE).state()).isEqualTo(State.SAID_BY_HAND);
        walk.ringFor("Event_updateSoonDue", PAGE);
        assertThat(walk.taskFor("tellOutside", PAGE)).isNotNull();
    }

    @Test
    void areAskedForSoonBeforeTheNextIsDueAndToldThatNothingHasChanged() {
        walk.responding().tell(STAFF, "maya", Map.of("update", "Down"));
        var promised = updates.last(walk.id(), STAFF).orElseThrow().nextAt();
        assertThat(walk.timerFor("Event_updateSoonDue", STAFF).getDuedate())
                .isEqualTo(Date.from(promised.minus(Duration.ofMinutes(5))));

        walk.ringFor("Event_updateSoonDue", STAFF);

        assertThat(walk.taskFor("tellOutside", STAFF).getDueDate()).isEqualTo(Date.from(promised));
        walk.tell(STAFF, "maya", NO_CHANGE).say();
        assertThat(updates.last(walk.id(), STAFF).orElseThrow()).satisfies(told -> {
            assertThat(told.noChange()).isTrue();
            assertThat(told.word()).isEqualTo(Word.UPDATE);
            assertThat(told.text())
                    .startsWith("Nothing has changed: Figgy is still down, since ")
                    .contains("You hear from us again");
        });
        assertThat(mailsTo(STAFF))
                .hasSize(2)
                .satisfies(mails -> assertThat(mails.get(1).getHeader("References"))
                        .containsExactly(mails.get(0).getMessageID()));
    }

    @Test
    void areToldEveryHourAfterTwoHours() {
        walk.responding();
        jdbc.sql("update incident set reported_at = reported_at - interval '3' hour where number = :number")
                .param("number", walk.id().number())
                .update();

        walk.tell(STAFF, "maya", Map.of("update", "Down"));

        assertThat(updates.last(walk.id(), STAFF).orElseThrow().nextAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(58)),
                        Instant.now().plus(Duration.ofMinutes(60)));
    }

    @Test
    void areNotToldNothingNorTooMuch() {
        walk.responding();

        assertThatThrownBy(() -> walk.tell(STAFF, "maya", Map.of()))
                .hasMessageContaining("update: Write what they should know, or set noChange");
        assertThatThrownBy(() -> walk.tell(STAFF, "maya", Map.of("update", " \u200b ")))
                .hasMessageContaining("update: Write what they should know");
        assertThatThrownBy(() -> walk.tell(STAFF, "maya", Map.of("update", "x".repeat(2001))))
                .hasMessageContaining("update: Keep it to 2000");
        assertThatThrownBy(() -> walk.tell(STAFF, "maya", NO_CHANGE))
                .hasMessageContaining("noChange: They do not know how things stand yet");
        walk.tell(STAFF, "maya", Map.of("update", "Down")).ringFor("Event_updateSoonDue", STAFF);
        assertThatThrownBy(() -> walk.tell(STAFF, "maya", Map.of("update", "Down", "noChange", true)))
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> walk.tell(STAFF, "maya", Map.of("update", "Down", "audience", CAMPUS)))
                .hasMessageContaining("audience: The process sets this itself");
        assertThat(updates.of(walk.id())).hasSize(1);
    }

    @Test
    void haveItSaidToTheModeratorOnceWhenTheirWordIsOverdue() {
        walk.responding()
                .take("it-manager", "ines")
                .say()
                .ringFor("BoundaryEvent_updateOverdue", STAFF)
                .say();

        assertThat(walk.thread())
                .last()
                .asString()
                .contains(
                        "library staff: word from us is overdue",
                        "heard nothing yet",
                        "Maya Osei, can Ines Costa see to it?");
        assertThat(obligations.open(walk.id(), STAFF).orElseThrow().overdueSaidAt())
                .isNotNull();
        assertThat(walk.timers("BoundaryEvent_updateOverdue")).hasSize(3);
        assertThat(walk.openTasks()).contains("tellOutside");
    }

    @Test
    void hearSoonThatTheConditionChanged() {
        walk.reported("Figgy", "degraded", "Slow pages").take("moderator", "maya");
        assertThat(walk.open("tellOutside")).as("without the campus").hasSize(3);
        walk.tell(STAFF, "maya", Map.of("update", "Slow"));

        walk.asRun("maya", () -> course.conditionChanged(walk.id(), "down", ""));

        assertThat(walk.open("tellOutside")).hasSize(4);
        assertThat(obligations.open(walk.id(), STAFF).orElseThrow()).satisfies(owed -> {
            assertThat(owed.word()).isEqualTo(Word.CHANGE);
            assertThat(owed.dueAt()).isBefore(Instant.now().plus(Duration.ofMinutes(11)));
        });
        assertThat(obligations.open(walk.id(), CAMPUS).orElseThrow().word()).isEqualTo(Word.FIRST);
        assertThat(begun(STAFF)).startsWith("Figgy is down now.");
        assertThat(obligations.of(walk.id()))
                .filteredOn(owed -> owed.audience().equals(DESKS))
                .extracting(Obligation::word, owed -> owed.endedAt() == null)
                .containsExactly(tuple(Word.FIRST, false), tuple(Word.FIRST, true));
    }

    @Test
    void hearNothingMoreOfWhatIsNotForThem() {
        walk.responding().tell(CAMPUS, "maya", Map.of("update", "Down"));

        walk.asRun("maya", () -> course.conditionChanged(walk.id(), "degraded", ""));

        assertThat(obligations.open(walk.id(), CAMPUS)).isEmpty();
        assertThat(walk.timerFor("Event_updateSoonDue", CAMPUS).getDuedate()).isAfter(new Date());
        walk.ringFor("Event_updateSoonDue", CAMPUS);
        assertThat(obligations.open(walk.id(), CAMPUS)).isEmpty();
    }

    @Test
    void hearThatItWorksAgainAndAfterTheMeetingWhy() {
        walk.fixing()
                .take("it-manager", "ines")
                .take("note-taker", "noor")
                .tell(STAFF, "ines", Map.of("update", "Down"))
                .ringFor("Event_updateSoonDue", STAFF)
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));

        assertThat(walk.open("tellOutside"))
                .as("only who was told that it broke")
                .hasSize(1);
        assertThat(begun(STAFF)).startsWith("Figgy works again, since ");
        walk.tell(STAFF, "ines", Map.of("update", "It works again"));
        assertThat(updates.last(walk.id(), STAFF).orElseThrow().nextAt()).isNull();
        assertThat(walk.openTasks()).doesNotContain("tellOutside");

        agreed();

        assertThat(obligations.open(walk.id(), STAFF).orElseThrow().word()).isEqualTo(Word.WHY);
        assertThat(walk.taskFor("tellOutside", STAFF).getAssignee())
                .as("who promised it")
                .isEqualTo("ines");
        assertThat(walk.shown("tellOutside").get("found").toString()).contains("Both hosts share a rack");
        assertThat(begun(STAFF)).contains("Why it happened:").doesNotContain("rack");
        assertThatThrownBy(() -> walk.tell(STAFF, "ines", Map.of("update", begun(STAFF))))
                .hasMessageContaining("update: Say in your own words why it happened");

        followedUp();
        assertThat(walk.say().isOver()).as("those outside do not know why").isFalse();
        walk.tell(STAFF, "ines", Map.of("update", "Two hosts failed at once. They stand apart now."))
                .say();

        assertThat(walk.isOver()).isTrue();
        assertThat(walk.record().isClosed()).isTrue();
        assertThat(mailsTo(STAFF))
                .extracting(mail -> subject(mail).replace(walk.id() + " Figgy", ""))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith(" is down: next update at "),
                        restored -> assertThat(restored).isEqualTo(" works again"),
                        why -> assertThat(why).startsWith(": why it happened"));
    }

    @Test
    void areOwedNothingGoodWhenTheyHeardNothingBad() {
        walk.followingUp();

        assertThat(walk.openTasks()).doesNotContain("tellOutside");
        assertThat(walk.instances())
                .extracting("processDefinitionId")
                .noneMatch(id -> id.toString().startsWith("tell-outside"));
        assertThat(obligations.of(walk.id())).allMatch(owed -> owed.endedAt() != null && owed.metAt() == null);
    }

    @Test
    void areToldWhyEvenIfNobodyToldThemThatItWorksAgain() {
        walk.restored();
        assertThat(walk.openTasks()).doesNotContain("tellOutside");
        other.fixing()
                .tell(STAFF, "maya", Map.of("update", "Down"))
                .take("note-taker", "noor")
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));

        agreed(other);

        assertThat(obligations.open(other.id(), STAFF).orElseThrow().word()).isEqualTo(Word.WHY);
    }

    @Test
    void hearThatItBrokeAgain() {
        walk.fixing()
                .tell(STAFF, "maya", Map.of("update", "Down"))
                .take("note-taker", "noor")
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"))
                .tell(STAFF, "maya", Map.of("update", "Works"));

        walk.asRun("lena", () -> course.reopened(walk.id(), "Down again"));

        assertThat(begun(STAFF)).startsWith("Figgy is down again.");
        assertThat(obligations.open(walk.id(), STAFF).orElseThrow().word()).isEqualTo(Word.CHANGE);
        assertThat(walk.open("tellOutside"))
                .as("who had heard nothing hears it now")
                .hasSize(4);
    }

    @Test
    void hearThatItBrokeAgainWhileFollowUpsRun() {
        walk.fixing()
                .tell(STAFF, "maya", Map.of("update", "Down"))
                .tell(CAMPUS, "maya", Map.of("update", "Down"))
                .take("note-taker", "noor")
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));
        agreed();
        walk.tell(STAFF, "maya", Map.of("update", "A fuse")).say();

        walk.asRun("lena", () -> course.reopened(walk.id(), "Down again"));

        assertThat(walk.open("tellOutside")).as("one for each").hasSize(4);
        assertThat(obligations.open(walk.id(), STAFF).orElseThrow().word()).isEqualTo(Word.CHANGE);
        assertThat(obligations.open(walk.id(), CAMPUS).orElseThrow().word())
                .as("they never heard that it worked")
                .isEqualTo(Word.UPDATE);
        assertThat(obligations.open(walk.id(), DESKS).orElseThrow().word()).isEqualTo(Word.FIRST);
    }

    @Test
    void hearThatItWasNothingIfTheyHeardSomething() {
        walk.responding().tell(STAFF, "maya", Map.of("update", "Down"));

        walk.asRun("maya", () -> course.retracted(walk.id(), "Only my network"));

        assertThat(walk.open("tellOutside")).hasSize(1);
        assertThat(walk.taskFor("tellOutside", STAFF).getAssignee()).isEqualTo("maya");
        assertThat(begun(STAFF)).contains("It was nothing").doesNotContain("network");
        walk.tell(STAFF, "maya", Map.of("update", begun(STAFF))).say();

        assertThat(mailsTo(STAFF)).hasSize(2);
        assertThat(walk.isOver()).isTrue();
        assertThat(walk.openTasks()).isEmpty();
        assertThat(obligations.of(walk.id())).allMatch(owed -> owed.endedAt() != null);
    }

    @Test
    void goOnWithTheOtherIncidentsPlanWhenTheirsIsAPartOfIt() {
        other.responding();
        walk.responding().tell(STAFF, "maya", Map.of("update", "Down"));

        walk.asRun("maya", () -> course.merged(walk.id(), other.id().toString()));
        walk.say();

        assertThat(walk.isOver()).isTrue();
        assertThat(obligations.of(walk.id())).allMatch(owed -> owed.endedAt() != null);
        assertThat(other.open("tellOutside")).hasSize(4);
        assertThat(walk.timeline())
                .filteredOn(entry -> entry.label().equals("Merged"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text())
                        .contains("Owed to those outside until now", "campus")
                        .doesNotContain("library staff"));
    }

    @Test
    void hearMoreAheadOfTimeAndThenTheClockBeginsAnew() {
        walk.fixing().tell(STAFF, "maya", Map.of("update", "Down")).tell(CAMPUS, "maya", Map.of("update", "Down"));
        twoMinutesPass();

        told("A part arrives at noon", STAFF);

        assertThat(updates.last(walk.id(), STAFF).orElseThrow().text()).startsWith("A part arrives at noon");
        assertThat(walk.timerFor("Event_updateSoonDue", STAFF).getDuedate())
                .isAfter(walk.timerFor("Event_updateSoonDue", CAMPUS).getDuedate());
        assertThat(walk.open("tellOutside")).hasSize(2);

        walk.take("note-taker", "noor")
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"))
                .tell(STAFF, "maya", Map.of("update", "It works"));
        told("Log in again, please", STAFF);
        assertThat(updates.last(walk.id(), STAFF).orElseThrow()).satisfies(told -> {
            assertThat(told.text()).isEqualTo("Log in again, please");
            assertThat(told.word()).isEqualTo(Word.RESTORED);
        });
    }

    @Test
    void areOwedNothingInADrill() {
        walk.drill(null).take("moderator", "maya");

        assertThat(walk.openTasks()).doesNotContain("tellOutside");
        assertThat(obligations.of(walk.id())).isEmpty();
    }

    @Test
    void neverHearOfADrill() {
        walk.responding();
        jdbc.sql("update incident set drill = true where number = :number")
                .param("number", walk.id().number())
                .update();

        walk.tell(STAFF, "maya", Map.of("update", "Down")).say();

        assertThat(mailsTo(STAFF)).isEmpty();
        assertThat(carrying(STAFF).state()).isEqualTo(State.NOT_NEEDED);
        walk.asRun("maya", () -> course.conditionChanged(walk.id(), "degraded", ""));
        assertThat(walk.openTasks()).doesNotContain("tellOutside");
    }

    @Test
    void hearFromTheServicesOwnListWhereItHasOne() {
        walk.reported("Catalog", "down", "No search")
                .take("moderator", "maya")
                .tell(STAFF, "maya", Map.of("update", "Down"));

        assertThat(updates.last(walk.id(), STAFF).orElseThrow().audience().address())
                .isEqualTo("catalog-users@lists.example.org");
    }

    private void told(String text, String audience) {
        walk.asRun("maya", () -> process.told(walk.id(), text, false, audience));
    }

    /** What was promised lies nearer, and so does the timer. */
    private void twoMinutesPass() {
        jdbc.sql(
                        "update ACT_RU_JOB set DUEDATE_ = DUEDATE_ - interval '2' minute where PROCESS_INSTANCE_ID_ in (select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = :incident)")
                .param("incident", walk.id().toString())
                .update();
        jdbc.sql("update outside_update set next_at = next_at - interval '2' minute where incident = :incident")
                .param("incident", walk.id().number())
                .update();
    }

    private void agreed() {
        agreed(walk);
    }

    private static void agreed(Walk walk) {
        walk.complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "Both hosts share a rack", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))));
    }

    private void followedUp() {
        walk.complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "let-go", "letGoReason", "We move"));
    }

    private String begun(String audience) {
        return walk.openedFor("tellOutside", audience, "maya").get("update").toString();
    }

    private List<MimeMessage> mailsTo(String audience) {
        return Surroundings.MAIL.to(audience + "@lists.example.org").stream()
                .filter(mail -> subject(mail).startsWith(walk.id() + " "))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Message carrying(String audience) {
        return messages.get(
                updates.last(walk.id(), audience).map(OutsideUpdate::message).orElseThrow());
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }
}
