/** Quiet: what can wait is kept until people work, and said in one message each. */
@ApplicationModule(allowedDependencies = {"incident", "process", "say"})
package dev.ensemble.remind;

import org.springframework.modulith.ApplicationModule;
