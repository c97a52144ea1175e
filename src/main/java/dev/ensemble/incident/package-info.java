/** The record everybody shares: what was reported, who held which role, what was found, learned and promised. */
@ApplicationModule(allowedDependencies = {})
package dev.ensemble.incident;

import org.springframework.modulith.ApplicationModule;
