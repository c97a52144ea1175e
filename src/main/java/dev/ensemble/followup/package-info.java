/** Stage six: every follow-up is seen through to its end; when all have ended, the incident closes. */
@ApplicationModule(allowedDependencies = {"incident", "process", "remind", "say"})
package dev.ensemble.followup;

import org.springframework.modulith.ApplicationModule;
