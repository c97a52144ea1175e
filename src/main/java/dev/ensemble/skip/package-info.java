/** When a step is skipped: whoever did so says why afterwards. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.skip;

import org.springframework.modulith.ApplicationModule;
