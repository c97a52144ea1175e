/** At any time: what turns an incident another way, said and done. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.course;

import org.springframework.modulith.ApplicationModule;
