/** The only door to the engine: what a box in a diagram may do, and what people did, in our words. */
@ApplicationModule(allowedDependencies = {"incident", "operate"})
package dev.ensemble.process;

import org.springframework.modulith.ApplicationModule;
