/** Alerts from the monitoring that people already have, and what comes of them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.alerts;
