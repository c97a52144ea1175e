/** The only door to Slack. */
@ApplicationModule(allowedDependencies = {"operate"})
package dev.ensemble.slack;

import org.springframework.modulith.ApplicationModule;
