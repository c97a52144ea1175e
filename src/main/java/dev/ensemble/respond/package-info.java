/** Stage three: the Ensemble looks for what is wrong, and what it finds is kept. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.respond;

import org.springframework.modulith.ApplicationModule;
