/** Stage four: a fix is applied, and counts once somebody has looked at the service. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.fix;

import org.springframework.modulith.ApplicationModule;
