/** The REST face: other systems report incidents, take roles, add findings and read the record. */
@ApplicationModule(
        allowedDependencies = {"incident", "process", "calendar", "library", "figures", "alerts", "events", "contract"})
package dev.ensemble.api;

import org.springframework.modulith.ApplicationModule;
