/** The REST interface as OpenAPI has it: read from its code, with what a look at the code alone does not tell; and how a caller asks for a thing as they saw it. */
@ApplicationModule(allowedDependencies = {"incident", "process"})
package dev.ensemble.contract;

import org.springframework.modulith.ApplicationModule;
