package dev.ensemble.alerts;

import java.util.List;
import org.springframework.stereotype.Component;

/** Takes alerts in: when this returns, they are safe. */
@Component
public class Intake {

    /** @param alerts of one request, in its order */
    public void take(AlertSource source, List<Alert> alerts) {
        throw new UnsupportedOperationException();
    }
}
