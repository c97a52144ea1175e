/** Stage two: somebody moderates, or everybody knows that nobody does. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.staff;

import org.springframework.modulith.ApplicationModule;
