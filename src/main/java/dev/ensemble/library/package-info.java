/** What was learned, found again: by whoever searches, and by time. */
@ApplicationModule(allowedDependencies = {"incident", "operate", "process", "say"})
package dev.ensemble.library;

import org.springframework.modulith.ApplicationModule;
