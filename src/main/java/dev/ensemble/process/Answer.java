package dev.ensemble.process;

import java.util.Map;

/**
 * What happens with what somebody entered into a user task's form. The bean's name is the task's id. It runs in the
 * transaction that completes the task: when it refuses, the task stays open and nothing is written.
 */
public interface Answer {

    /**
     * Checks what was entered and takes it to the record.
     *
     * @return what the timeline shows beside the task's label; {@code null} where the timeline shows nothing at all
     * @throws dev.ensemble.incident.Refused naming each field that cannot be taken
     */
    String given(Token token, Form form);

    /** The step is left out: answers what a gateway further on asks, so that the row goes on as if it had gone well. */
    default void skipped(Token token) {}

    /** What the form shows to whoever opens it, by the names that it uses. Text, or lists and maps of text. */
    default Map<String, Object> shown(Token token) {
        return Map.of();
    }

    /** What the form shows beyond that, as things stand at the moment somebody opens it. Text only. */
    default Map<String, String> opened(Token token) {
        return Map.of();
    }

    /** What the task is about besides the incident, for its name in the task list: a role, an action; empty for none. */
    default String subject(Token token) {
        return "";
    }
}
