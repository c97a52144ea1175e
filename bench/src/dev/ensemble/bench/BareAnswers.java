package dev.ensemble.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the diagrams ask on a bare engine, answered without looking anywhere. */
final class BareAnswers {

    /** Who is told on a page that a person changes. */
    static final String PAGE = "page";

    private BareAnswers() {}

    /** Who and what. Public, as is what follows: expressions call nothing else. */
    public static final class Holders {

        private final List<String> audiences;

        Holders(List<String> audiences) {
            this.audiences = audiences;
        }

        public List<String> rolesNeeded(DelegateExecution execution) {
            return List.of("moderator", "note-taker", "it-manager", "interpreter");
        }

        public List<String> audiences(DelegateExecution execution) {
            return audiences;
        }

        public List<String> audiencesTold(DelegateExecution execution) {
            return List.of();
        }

        public List<String> learners(DelegateExecution execution) {
            return List.of();
        }

        public List<Long> followUps(DelegateExecution execution) {
            return List.of(1L);
        }

        public boolean areThere(DelegateExecution execution) {
            return false;
        }

        public boolean everybodyAnswered(DelegateExecution execution) {
            return false;
        }

        public boolean isOwnerHere(DelegateExecution execution) {
            return true;
        }

        public String owner(DelegateExecution execution) {
            return "eli";
        }

        public String of(DelegateExecution execution, String role) {
            return "maya";
        }

        public String of(DelegateExecution execution, String role, String other) {
            return "maya";
        }

        public String lately(DelegateExecution execution, String role, String other) {
            return "ines";
        }
    }

    /** When. */
    public static final class Deadlines {

        private static final String LONG = "PT3H";

        public String everyMorning() {
            return "R/P1D";
        }

        public Date workBegins() {
            return later();
        }

        public String askAgain(DelegateExecution execution) {
            return LONG;
        }

        public String suggestHandOver(DelegateExecution execution) {
            return LONG;
        }

        public String urgeHandOver(DelegateExecution execution) {
            return LONG;
        }

        public String sumUp(DelegateExecution execution) {
            return LONG;
        }

        public Date wordDue(DelegateExecution execution) {
            return later();
        }

        public Date nextWord(DelegateExecution execution) {
            return later();
        }

        public Date reflectionDue(DelegateExecution execution) {
            return later();
        }

        public Date reflectionOver(DelegateExecution execution) {
            return later();
        }

        public Date meeting(DelegateExecution execution) {
            return later();
        }

        public Date dayBeforeMeeting(DelegateExecution execution) {
            return later();
        }

        public Date hourBeforeMeeting(DelegateExecution execution) {
            return later();
        }

        public Date followUpDue(DelegateExecution execution) {
            return later();
        }

        public Date followUpLate(DelegateExecution execution) {
            return later();
        }

        public Date watchEnd(DelegateExecution execution) {
            return later();
        }

        private static Date later() {
            return Date.from(Instant.now().plus(Duration.ofDays(1)));
        }
    }
}
