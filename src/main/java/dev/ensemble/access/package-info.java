/** Who may come in: one login for every face of the product, and nothing that goes around it. */
@ApplicationModule(allowedDependencies = {"incident", "process", "alerts"})
package dev.ensemble.access;

import org.springframework.modulith.ApplicationModule;
