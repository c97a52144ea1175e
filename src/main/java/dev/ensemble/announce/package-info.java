/** Stage one: everybody hears what is wrong, what we are after, and that they are welcome. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.announce;

import org.springframework.modulith.ApplicationModule;
