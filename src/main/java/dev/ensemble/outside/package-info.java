/** Beside the row: people outside hear what they are owed, in time. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.outside;

import org.springframework.modulith.ApplicationModule;
