/** Stage five: each reflects alone, then all understand together why it happened and what follows. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say", "calendar"})
package dev.ensemble.reflect;

import org.springframework.modulith.ApplicationModule;
