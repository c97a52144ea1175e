/** The only door to Slack. */
@ApplicationModule(allowedDependencies = {})
package dev.ensemble.slack;

import org.springframework.modulith.ApplicationModule;
