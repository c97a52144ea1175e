/** What the record says in numbers: distributions and shares, never one number for a person. */
@ApplicationModule(allowedDependencies = {"incident", "operate"})
package dev.ensemble.figures;

import org.springframework.modulith.ApplicationModule;
