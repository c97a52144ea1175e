package dev.ensemble.join;

import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A learner reads what there is to know, as it is when they open it. The timeline does not show who has. */
@Component
class ReadBrief implements Answer {

    private final Brief brief;

    ReadBrief(Brief brief) {
        this.brief = brief;
    }

    @Override
    public Map<String, String> opened(Token token) {
        return Map.of("brief", brief.of(token));
    }

    @Override
    public String given(Token token, Form form) {
        return null;
    }
}
