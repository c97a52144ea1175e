/** The interpreter sums up for those who come late, and explains words; the service's glossary grows from it. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.explain;

import org.springframework.modulith.ApplicationModule;
