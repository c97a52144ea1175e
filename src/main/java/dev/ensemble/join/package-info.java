/** The Ensemble: experts and learners come and go at any time, and whoever learns is told what they need to follow. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.join;

import org.springframework.modulith.ApplicationModule;
