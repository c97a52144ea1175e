/** An incident that is practised: what happens in it comes from a script. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.drill;

import org.springframework.modulith.ApplicationModule;
