package dev.ensemble.reflect;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Reflections;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people wrote alone, as the meeting reads it: without names, and in no order that tells who wrote. */
@Component
class WhatPeopleSaw {

    private static final String BY_ROLE = "What people were asked by their role";

    private final Reflections reflections;
    private final Plan plan;

    WhatPeopleSaw(Reflections reflections, Plan plan) {
        this.reflections = reflections;
        this.plan = plan;
    }

    /** Questions for everybody one by one; what only one role was asked, together, since the question would tell who wrote. */
    List<Map<String, Object>> of(Token token) {
        var answers = new LinkedHashMap<>(reflections.of(token.incident()));
        var parts = new ArrayList<Map<String, Object>>();
        for (var question :
                plan.questionsForAll(token).stream().map(Entered::text).toList()) {
            var written = answers.remove(question);
            if (written != null) {
                parts.add(part(question, written));
            }
        }
        if (!answers.isEmpty()) {
            parts.add(part(
                    BY_ROLE, answers.values().stream().flatMap(List::stream).toList()));
        }
        return parts;
    }

    private static Map<String, Object> part(String question, List<String> answers) {
        return Map.of("question", question, "answers", answers);
    }
}
