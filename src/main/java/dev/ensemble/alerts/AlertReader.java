package dev.ensemble.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads what one kind of monitoring system sends. */
interface AlertReader {

    /** As it stands in the address that alerts are sent to. */
    String kind();

    /** @throws Unreadable when nothing of it can be read; a part that cannot is an unreadable alert among the others */
    List<Alert> read(AlertSource source, JsonNode sent);
}
