package dev.ensemble.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Reflections;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Reminders;
import dev.ensemble.incident.Stage;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Course;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@EnsembleTest
class ReflectTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("reflect");

    @RegisterExtension
    static final Walked EVERY_BOX_OF_ONE = Walked.all("reflection");

    @Autowired
    Walk walk;

    @Autowired
    Reflections reflections;

    @Autowired
    Meetings meetings;

    @Autowired
    Learned learned;

    @Autowired
    FollowUps followUps;

    @Autowired
    Reminders reminders;

    @Autowired
    Course course;

    @Autowired
    WorkingHours hours;

    @Autowired
    RepositoryService repository;

    @Test
    void asksThoseWhoHeldARoleAloneWithTheirQuestions() {
        walk.restored();

        assertThat(walk.open("reflectAlone")).extracting("assignee").containsExactlyInAnyOrder("maya", "noor");
        assertThat(walk.shownTo("reflectAlone", "maya").get("questions").toString())
                .contains("What surprised you?", "Where did our process help");
        assertThat(walk.shownTo("reflectAlone", "noor").get("questions").toString())
                .contains("What is missing from the timeline")
                .doesNotContain("Where did our process help");
    }

    @Test
    void showsInTheMeetingWhatWasWrittenButNotByWhom() {
        walk.restored()
                .completeOwn("reflectAlone", "maya", answered("What surprised you?", "That both hosts failed"))
                .completeOwn("reflectAlone", "noor", answered("What surprised you?", ""))
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"));

        assertThat(reflections.of(walk.id())).containsOnlyKeys("What surprised you?");
        assertThat(walk.shown("holdMeeting").get("reflections").toString())
                .contains("That both hosts failed")
                .doesNotContain("maya", "Maya");
        assertThat(walk.timeline()).noneMatch(entry -> entry.label().equals("Reflect alone"));
    }

    @Test
    void tellsNotByTheQuestionWhoWrote() {
        var ofModerator = "Where did our process help, and where did it stand in the way?";
        var ofNoteTaker = "What is missing from the timeline that somebody will want to know?";
        walk.restored()
                .completeOwn("reflectAlone", "maya", answered(ofModerator, "It helped"))
                .completeOwn("reflectAlone", "noor", answered(ofNoteTaker, "The fuse"))
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"));

        assertThat(walk.shown("holdMeeting").get("reflections").toString())
                .contains("What people were asked by their role", "It helped", "The fuse")
                .doesNotContain("Where did our process", "What is missing");
    }

    @Test
    void asksAlsoWhoTakesARoleWhileOthersLookBackAndEachOnce() {
        walk.restored().take("interpreter", "ines").take("it-manager", "maya");

        assertThat(walk.open("reflectAlone")).extracting("assignee").containsExactlyInAnyOrder("maya", "noor", "ines");
        assertThat(walk.shownTo("reflectAlone", "ines").get("questions").toString())
                .contains("Which words or connections");

        walk.completeOwn("reflectAlone", "ines", Map.of()).giveUp("interpreter", "ines", "Tired");
        walk.take("interpreter", "ines");
        assertThat(walk.open("reflectAlone")).extracting("assignee").containsExactlyInAnyOrder("maya", "noor");
    }

    @Test
    void asksEverybodyAnewWhenItBrokeAgain() {
        walk.restored();
        walk.asRun("lena", () -> course.reopened(walk.id(), "Down again"));
        assertThat(walk.openTasks()).doesNotContain("reflectAlone");
        walk.take("interpreter", "ines");
        assertThat(walk.openTasks()).doesNotContain("reflectAlone");

        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Another fuse"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Put in another"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));

        assertThat(walk.open("reflectAlone")).extracting("assignee").containsExactlyInAnyOrder("maya", "noor", "ines");
    }

    @Test
    void remindsOnTheLastDayAndThenLeavesItUnanswered() {
        walk.restored();
        var now = Instant.now();
        var lastDay = hours.daysAfter(now, 2);
        assertThat(walk.timer("BoundaryEvent_reflectionDue", null).getDuedate())
                .isEqualTo(Date.from(hours.beginOn(lastDay)));
        assertThat(walk.open("reflectAlone"))
                .extracting("dueDate")
                .containsOnly(
                        Date.from(lastDay.plusDays(1).atStartOfDay(hours.zone()).toInstant()));

        walk.ring("BoundaryEvent_reflectionDue").ring("BoundaryEvent_reflectionDue");

        assertThat(reminders.of(walk.id()))
                .extracting(Reminder::words, Reminder::person)
                .containsExactlyInAnyOrder(tuple("reflection-due", "maya"), tuple("reflection-due", "noor"));
        assertThat(walk.open("reflectAlone")).hasSize(2);

        walk.ring("BoundaryEvent_reflectionOver").ring("BoundaryEvent_reflectionOver");

        assertThat(walk.openTasks())
                .doesNotContain("reflectAlone", "holdMeeting")
                .contains("scheduleMeeting");
        assertThat(walk.timeline())
                .extracting(TimelineEntry::label)
                .doesNotContain("Reflection due", "Time over", "Left unanswered", "Reflection written");
    }

    @Test
    void opensTheMeetingWhenAllHaveAnsweredWhereThePlanSaysSo() throws IOException {
        plan("<text>\"at-its-time\"</text>", "<text>\"when-all-answered\"</text>");
        try {
            walk.restored().take("interpreter", "ines").completeOwn("reflectAlone", "maya", Map.of());
            walk.completeOwn("reflectAlone", "ines", answered("What surprised you?", "The dark"));
            assertThat(walk.openTasks()).doesNotContain("holdMeeting");

            walk.ring("BoundaryEvent_reflectionOver");

            assertThat(walk.openTasks())
                    .contains("holdMeeting")
                    .doesNotContain("reflectAlone", "scheduleMeeting", "moveMeeting");
            walk.complete("holdMeeting", "maya", Map.of("causes", "One"));
            assertThat(meetings.of(walk.id()).orElseThrow().heldAt()).isNotNull();
        } finally {
            plan("<text>\"when-all-answered\"</text>", "<text>\"at-its-time\"</text>");
        }
    }

    /** A copy of the process, of which the plan says something else; what runs on it stays, and so does its history. */
    private void plan(String text, String other) throws IOException {
        var now = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("incident")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        var builder = repository.createDeployment().name("changed");
        for (var resource : repository.getDeploymentResources(now)) {
            try (var in = repository.getResourceAsStream(now, resource.getName())) {
                var content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                builder.addString(resource.getName(), content.replace(text, other));
            }
        }
        builder.deploy();
    }

    @Test
    void takesAnswersOnlyToWhatWasAsked() {
        walk.restored();
        var ofNoteTaker = "What is missing from the timeline that somebody will want to know?";

        assertThatThrownBy(() -> walk.completeOwn("reflectAlone", "maya", answered(ofNoteTaker, "Nothing")))
                .hasMessageContaining("answers[0].question: This was not asked.");
        assertThatThrownBy(() -> walk.completeOwn("reflectAlone", "maya", Map.of("answers", "I saw nothing")))
                .hasMessageContaining("answers: Send a Json list of objects.");
        assertThat(reflections.of(walk.id())).isEmpty();
    }

    @Test
    void meetsAtTheTimeThatTheNoteTakerSet() {
        walk.restored();
        assertThat(walk.task("scheduleMeeting").getAssignee()).isEqualTo("noor");
        walk.complete("scheduleMeeting", "noor", Walk.meetingTomorrow()).say();
        assertThat(walk.thread()).anyMatch(said -> said.contains("10:00"));
        assertThat(walk.openTasks()).doesNotContain("holdMeeting");

        walk.ring("BoundaryEvent_meetingTime");

        assertThat(walk.task("holdMeeting").getAssignee()).isEqualTo("maya");
        assertThat(walk.openTasks()).doesNotContain("reflectAlone", "moveMeeting");
    }

    @Test
    void canBeMovedAndIsSaidAgain() {
        var other = new HashMap<>(Walk.meetingTomorrow());
        walk.restored().complete("scheduleMeeting", "noor", other);
        var before = meetings.of(walk.id()).orElseThrow().at();

        walk.complete(
                        "moveMeeting",
                        "noor",
                        Map.of("what", "move", "newDate", other.get("meetingDate"), "newTime", "15:30"))
                .say();

        assertThat(meetings.of(walk.id()).orElseThrow().at()).isAfter(before);
        assertThat(walk.thread()).anyMatch(said -> said.contains("15:30"));
        assertThat(walk.openTasks()).contains("moveMeeting");
    }

    @Test
    void takesNoTimeThatIsOverOrFarAhead() {
        walk.restored();

        assertThatThrownBy(() -> walk.complete("scheduleMeeting", "noor", at("2020-01-01", "10:00")))
                .hasMessageContaining("meetingDate: This lies in the past");
        assertThatThrownBy(() -> walk.complete("scheduleMeeting", "noor", at("2999-01-01", "10:00")))
                .hasMessageContaining("meetingDate: By then it will be forgotten");
        assertThatThrownBy(() -> walk.complete("scheduleMeeting", "noor", at("tomorrow", "ten")))
                .hasMessageContaining("meetingDate: Give a day like 2026-12-01.")
                .hasMessageContaining("meetingTime: Give a time of day like 14:30.");
        assertThat(meetings.of(walk.id())).isEmpty();
    }

    @Test
    void recordsCausesLessonsAndFollowUps() {
        walk.followingUp().say();

        assertThat(learned.causes(walk.id())).containsExactly("Both hosts share a rack");
        assertThat(learned.lessons(walk.id())).containsExactly("Look at the rack");
        assertThat(walk.timeline()).extracting(TimelineEntry::text).contains("1 cause, 1 lesson");
        assertThat(followUps.of(walk.id())).singleElement().satisfies(followUp -> {
            assertThat(followUp.owner()).isEqualTo("eli");
            assertThat(followUp.doneWhen()).isEqualTo("The hosts stand in two racks");
        });
        assertThat(walk.thread())
                .anyMatch(said -> said.contains("Both hosts share a rack")
                        && said.contains("Move one host to another rack")
                        && said.contains("Eli Brandt"));
        assertThat(walk.record().stage()).isEqualTo(Stage.FOLLOW_UP);
    }

    @Test
    void mayEndWithoutFollowUpsWhenItSaysWhy() {
        walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", "A cable was pulled", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("noneBecause", "The rack is gone since yesterday"))
                .say();

        assertThat(walk.isOver()).isTrue();
        assertThat(walk.record().isClosed()).isTrue();
        assertThat(walk.thread())
                .filteredOn(said -> said.contains("A cable was pulled"))
                .hasSize(1);
        assertThat(walk.thread())
                .last()
                .asString()
                .contains("is closed.* No follow-ups, because The rack is gone since yesterday")
                .doesNotContain("Every follow-up has ended");
        assertThat(walk.timeline()).extracting(TimelineEntry::text).contains("1 cause, no lessons");
    }

    @Test
    void refusesFollowUpsThatNobodyCouldVerify() {
        walk.meeting().complete("holdMeeting", "maya", Map.of("causes", List.of("One", "Two"), "lessons", ""));
        assertThat(learned.causes(walk.id())).containsExactly("One", "Two");
        assertThat(walk.timeline()).extracting(TimelineEntry::text).contains("2 causes, no lessons");

        assertThatThrownBy(() -> walk.complete("agreeOnFollowUps", "maya", Map.of()))
                .hasMessageContaining("followUps: Agree on at least one");
        assertThatThrownBy(() -> walk.complete(
                        "agreeOnFollowUps",
                        "maya",
                        Map.of(
                                "followUps",
                                List.of(
                                        Walk.followUp("eli"),
                                        Map.of("action", "", "owner", "nobody", "due", "2020-01-01")))))
                .hasMessageContaining("followUps[1].action: Say what will be done.")
                .hasMessageContaining("followUps[1].owner: Nobody here has this user id.")
                .hasMessageContaining("followUps[1].due: This day is over.")
                .hasMessageContaining("followUps[1].doneWhen: Say what a second person will see");
        assertThat(followUps.of(walk.id())).isEmpty();
        assertThat(walk.openTasks()).contains("agreeOnFollowUps");
    }

    @Test
    void takesNoFollowUpThatNobodyWillSee() {
        walk.meeting().complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""));

        for (var due : List.of("2999-01-01", "+999999999-12-31")) {
            assertThatThrownBy(() -> agree("eli", due))
                    .hasMessageContaining("followUps[0].due: By then it will be forgotten.");
        }
        assertThatThrownBy(() -> agree("eli", "soon"))
                .hasMessageContaining("followUps[0].due: Give a day like 2026-12-01.")
                .message()
                .doesNotContain("forgotten");
        assertThatThrownBy(() -> agree("other-systems", "2999-01-01"))
                .hasMessageContaining("followUps[0].owner: Other systems is not in the group responders");
        assertThat(followUps.of(walk.id())).isEmpty();
    }

    private void agree(String owner, String due) {
        var followUp = new HashMap<>(Walk.followUp(owner));
        followUp.put("due", due);
        walk.complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(followUp)));
    }

    @Test
    void asksForAtLeastOneCause() {
        walk.meeting();

        assertThatThrownBy(() -> walk.complete("holdMeeting", "maya", Map.of("causes", " \n ", "lessons", "x")))
                .hasMessageContaining("causes: Write down what contributed");
        assertThat(learned.lessons(walk.id())).isEmpty();
    }

    private static Map<String, Object> answered(String question, String answer) {
        return Map.of("answers", List.of(Map.of("question", question, "answer", answer)));
    }

    private static Map<String, Object> at(String date, String time) {
        return Map.of("meetingDate", date, "meetingTime", time, "meetingMinutes", "25");
    }
}
