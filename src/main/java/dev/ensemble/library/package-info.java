/** What was learned, found again: by whoever searches, and by time. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.library;

import org.springframework.modulith.ApplicationModule;
