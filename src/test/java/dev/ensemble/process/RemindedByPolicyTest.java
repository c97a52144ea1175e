package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensemble.AtAnyHour;
import dev.ensemble.Walk;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Reminders;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is reminded is in files: a copy of them is changed, and no Java, and an incident runs by it. */
@AtAnyHour
class RemindedByPolicyTest {

    @Autowired
    Walk walk;

    @Autowired
    Changed process;

    @Autowired
    Reminders reminders;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyIsRemindedYet() {
        jdbc.sql("delete from reminder").update();
        jdbc.sql("delete from nudge").update();
        identities.createMembership("noor", "process-owners");
    }

    @AfterEach
    void takeTheChangeBack() {
        identities.deleteMembership("noor", "process-owners");
        process.takeBack();
    }

    @Test
    void remindsAFurtherGroup() {
        process.copy()
                .change("response-plan.dmn", plan -> Changed.with(plan, "followUpReminders", """
                        <rule id="Rule_further">
                          <inputEntry id="Rule_further_in1"><text>"late"</text></inputEntry>
                          <outputEntry id="Rule_further_out1"><text>"group:process-owners"</text></outputEntry>
                        </rule>"""))
                .deploy();

        walk.followingUp().ring("BoundaryEvent_followUpLate").say();
        assertThat(reminders.of(walk.id()))
                .extracting(Reminder::person, Reminder::addressedAs)
                .containsExactly(
                        tuple(null, "it-manager"),
                        tuple("maya", "group:process-owners"),
                        tuple("noor", "group:process-owners"));
        var before = walk.thread().size();
        walk.remind().say();

        assertThat(walk.thread().subList(before, walk.thread().size()))
                .singleElement()
                .asString()
                .startsWith("Maya Osei, Noor Haddad: a follow-up of " + walk.id() + " is late");
    }

    @Test
    void remindsByTheNewestPlanWhereTheIncidentBeganBeforeThereWasTheTable() {
        process.copy()
                .change("response-plan.dmn", plan -> without(plan, "followUpReminders"))
                .deploy();
        walk.followingUp();
        process.copy().deploy();

        walk.ring("BoundaryEvent_followUpDue");

        assertThat(reminders.of(walk.id())).extracting(Reminder::person).isEqualTo(List.of("eli"));
    }

    private static String without(String plan, String table) {
        return plan.replaceFirst("(?s)<decision id=\"%s\".*?</decision>".formatted(table), "")
                .replaceFirst("(?s)<dmndi:DMNShape id=\"%s_di\".*?</dmndi:DMNShape>".formatted(table), "");
    }
}
