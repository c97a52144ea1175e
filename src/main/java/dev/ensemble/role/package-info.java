/** One role of an incident: taken, held, given up, until the meeting is over. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.role;

import org.springframework.modulith.ApplicationModule;
