package dev.ensemble.api;

import dev.ensemble.incident.Unknown;

/** There is no source of alerts with this number. */
class UnknownAlertSource extends Unknown {

    UnknownAlertSource(String id) {
        super("alert source", "No alert source %s. GET %s lists them.".formatted(id, AlertSourcesApi.ALL));
    }
}
