package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Incidents.Search;
import dev.ensemble.incident.Insiders;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.UnknownIncident;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rosa reports what only a few may know; Ivo belongs to the security group; Sam has nothing to do with it. */
@EnsembleTest
class RestrictedTest {

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    IncidentProcess process;

    @Autowired
    Course course;

    @Autowired
    Sight sight;

    @Autowired
    Insiders insiders;

    @Autowired
    HandOverProcess handingOver;

    @Autowired
    Incidents incidents;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsWhatIsInsecureAmongFewFromTheFirstSecond() {
        insecure();

        assertThat(walk.record().restricted()).isTrue();
        assertThat(walk.id().toString()).startsWith("SEC-");
        assertThat(walk.instances())
                .isNotEmpty()
                .allMatch(instance -> walk.record().circle().equals(instance.getTenantId()));
        assertThat(sees("rosa")).isTrue();
        assertThat(sees("ivo")).isTrue();
        assertThat(sees("admin")).isTrue();
        assertThat(sees("sam")).isFalse();
        assertThat(sees("maya")).isFalse();
        assertThat(sees(Identity.OTHER_SYSTEMS)).isFalse();
    }

    @Test
    void canBeRestrictedFromTheFirstSecondWhateverItsCondition() {
        walk.reported(new Report("Figgy", "down", "The keys are on the web", null, true, false));

        assertThat(walk.id().toString()).startsWith("SEC-");
        assertThat(sees("sam")).isFalse();
    }

    @Test
    void leavesNoGapBetweenTheNumbersOfTheOthers() {
        walk.reported();
        insecure();
        var before = walk.id();
        other.reported();

        var last = walk.reported().id();

        assertThat(last.number()).isEqualTo(other.id().number() + 1);
        assertThat(before.number()).isGreaterThan(1_000_000_000_000L);
    }

    @Test
    void letsInWhoeverIsGivenARoleAtOnce() {
        insecure();

        walk.asRun("rosa", () -> process.taken(walk.id(), Role.MODERATOR, "maya"));

        assertThat(sees("maya")).isTrue();
        walk.complete("investigate", "maya", Map.of("next", "try-fix", "idea", "Change the keys"));
        assertThat(sees("sam")).isFalse();
    }

    @Test
    void letsInWhoeverIsAskedToTakeARoleOver() {
        insecure();
        walk.asRun("rosa", () -> process.taken(walk.id(), Role.MODERATOR, "maya"));

        walk.asRun("maya", () -> handingOver.offered(walk.id(), Role.MODERATOR, "sam", ""));

        assertThat(sees("sam")).isTrue();
        walk.asRun("sam", () -> handingOver.declined(walk.id(), Role.MODERATOR, "Not my field"));
        assertThat(sees("sam")).isFalse();
        assertThat(sees("maya")).isTrue();
    }

    @Test
    void keepsWhoHeldARoleAmongThoseWhoSeeIt() {
        insecure();
        walk.asRun("rosa", () -> process.taken(walk.id(), Role.MODERATOR, "maya"));
        walk.asRun("maya", () -> process.givenUp(walk.id(), Role.MODERATOR, "Tired"));

        assertThat(sees("maya")).isTrue();
    }

    @Test
    void showsAFollowUpToItsOwner() {
        insecure();
        walk.asRun("rosa", () -> process.taken(walk.id(), Role.MODERATOR, "maya"));
        walk.asRun("maya", () -> process.taken(walk.id(), Role.NOTE_TAKER, "rosa"));
        walk.complete("investigate", "maya", Map.of("next", "try-fix", "idea", "Change the keys"))
                .complete("applyFix", "maya", Map.of("whatWasDone", "Changed the keys"))
                .complete("verifyFix", "rosa", Map.of("fixed", "yes", "observed", "The old keys do not work"))
                .complete("scheduleMeeting", "rosa", Walk.meetingTomorrow())
                .complete("moveMeeting", "rosa", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "Keys in the code", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))));

        assertThat(sees("eli")).isTrue();
        walk.complete("acceptFollowUp", "eli", Map.of("decision", "accept"));
        assertThat(sees("sam")).isFalse();
    }

    @Test
    void isNoIncidentForThoseItIsNotFor() {
        insecure();
        var number = walk.id().toString();

        assertThat(walk.<Throwable>as("sam", () -> failure(() -> sight.get(number))))
                .isInstanceOf(UnknownIncident.class)
                .hasMessage("There is no incident %s. Incidents are numbered like INC-42.".formatted(number));
        other.responding();
        assertThatThrownBy(() -> other.asRun("maya", () -> course.merged(other.id(), number)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("There is no such incident");
        assertThat(walk.<List<?>>as("sam", () -> sight.find(Search.EVERYTHING, 500)))
                .isNotEmpty()
                .noneMatch(found -> found.toString().contains(number));
        assertThat(walk.<List<?>>as("ivo", () -> sight.find(Search.EVERYTHING, 500)))
                .anyMatch(found -> found.toString().contains(number));
    }

    @Test
    void isShownToNobodyWhoIsNotLoggedIn() {
        insecure();

        assertThatThrownBy(() -> sight.get(walk.id())).isInstanceOf(UnknownIncident.class);
    }

    @Test
    void keepsItsTasksFromOthersInTheEngine() {
        insecure();
        var task = walk.task("goOnWithoutModerator").getId();

        assertThat(walk.<Long>as(
                        "sam",
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(walk.id().toString())
                                .count()))
                .isZero();
        assertThatThrownBy(() -> walk.asRun("sam", () -> tasks.claim(task, "sam")))
                .hasMessage("There is nothing of this id.");
        assertThatThrownBy(() -> walk.asRun("sam", () -> tasks.complete(task, Map.of("goOnReason", "Now"))))
                .isInstanceOf(RuntimeException.class);
        walk.complete("goOnWithoutModerator", "ivo", Map.of("goOnReason", "Nobody is there"));
        assertThat(walk.openTasks()).contains("investigate");
    }

    @Test
    void isReachedByNoMessageOfAnOutsider() {
        insecure();

        walk.asRun(
                "maya",
                () -> runtime.createMessageCorrelation("moderatorFound")
                        .processInstanceBusinessKey(walk.id().toString())
                        .correlateAll());

        assertThat(walk.openTasks()).contains("goOnWithoutModerator");
    }

    @Test
    void canBeRestrictedLater() {
        walk.responding().complete("investigate", "eli", Map.of("next", "keep-looking", "finding", "A leak"));

        walk.asRun("maya", () -> course.restricted(walk.id(), "Patron data shows"));

        assertThat(walk.record().restricted()).isTrue();
        assertThat(walk.id().toString()).startsWith("INC-");
        assertThat(sees("maya")).isTrue();
        assertThat(sees("rosa")).isTrue();
        assertThat(sees("eli")).isFalse();
        nothingIsLeftForEverybody(walk.id());
    }

    @Test
    void isRestrictedByWhoeverSaysThatItIsInsecureInTasklist() {
        walk.responding()
                .complete(
                        "changeCourse",
                        "eli",
                        Map.of("change", "condition", "condition", "insecure", "note", "A leak"));

        assertThat(walk.record().restricted()).isTrue();
        nothingIsLeftForEverybody(walk.id());
        assertThat(sees("eli")).isFalse();
        walk.complete("investigate", "maya", Map.of("next", "try-fix", "idea", "Change the keys"));
        nothingIsLeftForEverybody(walk.id());
    }

    @Test
    void isRestrictedInTasklist() {
        walk.responding().complete("changeCourse", "maya", Map.of("change", "restrict", "reason", "Patron data shows"));

        assertThat(walk.record().restricted()).isTrue();
        nothingIsLeftForEverybody(walk.id());
        assertThat(walk.timeline())
                .anyMatch(entry ->
                        entry.label().equals("Incident restricted") && "Patron data shows".equals(entry.text()));
    }

    @Test
    void takesWhatIsAPartOfItAlong() {
        other.reported("Figgy", "down", "The same, seen from elsewhere");
        walk.responding();
        other.asRun("maya", () -> course.merged(other.id(), walk.id().toString()));

        walk.asRun("maya", () -> course.restricted(walk.id(), "Patron data shows"));

        assertThat(other.record().restricted()).isTrue();
        nothingIsLeftForEverybody(other.id());
        assertThat(other.<Throwable>as("sam", () -> failure(() -> sight.get(other.id()))))
                .isInstanceOf(UnknownIncident.class);
    }

    @Test
    void isNotRestrictedTwiceNorWhenItIsOver() {
        insecure();
        assertThatThrownBy(() -> walk.asRun("rosa", () -> course.restricted(walk.id(), "Again")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("is restricted already");
        other.reported().asRun("maya", () -> course.retracted(other.id(), "It was nothing"));
        assertThatThrownBy(() -> other.asRun("maya", () -> course.restricted(other.id(), "Too late")))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> other.asRun("maya", () -> course.restricted(other.id(), " ")))
                .isInstanceOf(Refused.class);
    }

    private void insecure() {
        walk.reported("Figgy", "insecure", "The keys are on the web");
    }

    private boolean sees(String person) {
        return walk.as(person, () -> {
            var record = failure(() -> sight.get(walk.id())) == null;
            var instances = runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(walk.id().toString())
                            .count()
                    > 0;
            assertThat(instances || person.equals(Identity.OTHER_SYSTEMS))
                    .as("record and engine agree")
                    .isEqualTo(record || person.equals(Identity.OTHER_SYSTEMS));
            return record;
        });
    }

    private static Throwable failure(Runnable doing) {
        try {
            doing.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Every table of the engine that knows tenants, whichever a later version may bring. */
    private void nothingIsLeftForEverybody(IncidentId incident) {
        var roots = jdbc.sql("select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = :number")
                .param("number", incident.toString())
                .query(String.class)
                .list();
        assertThat(roots).isNotEmpty();
        for (var table : tablesThatKnowTenants()) {
            var instance = columnOfInstance(table);
            if (instance != null) {
                assertThat(jdbc.sql("select count(*) from %s where TENANT_ID_ is null and %s in (:roots)"
                                        .formatted(table, instance))
                                .param("roots", roots)
                                .query(Integer.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(incident.toString())
                        .withoutTenantId()
                        .count())
                .isZero();
    }

    private List<String> tablesThatKnowTenants() {
        return jdbc.sql(
                        "select table_name from information_schema.columns where lower(column_name) = 'tenant_id_' and lower(table_name) like 'act_%'")
                .query(String.class)
                .list();
    }

    private String columnOfInstance(String table) {
        var columns = jdbc.sql("select lower(column_name) from information_schema.columns where table_name = :table")
                .param("table", table)
                .query(String.class)
                .list();
        return List.of("proc_inst_id_", "process_instance_id_", "root_proc_inst_id_").stream()
                .filter(columns::contains)
                .findFirst()
                .orElse(null);
    }
}
