/** One role of an incident: taken, held, handed over or given up, until the meeting is over. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.role;

import org.springframework.modulith.ApplicationModule;
