package dev.ensemble.api;

/** There is no source of alerts with this number. */
class UnknownAlertSource extends RuntimeException {

    UnknownAlertSource(String id) {
        super("No alert source %s. GET %s lists them.".formatted(id, AlertSourcesApi.ALL));
    }
}
