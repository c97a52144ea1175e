/** Other systems hear what happens, each in a durable step of its own; what few may know of only where it may be known. */
@ApplicationModule(allowedDependencies = {"incident", "process"})
package dev.ensemble.events;

import org.springframework.modulith.ApplicationModule;
