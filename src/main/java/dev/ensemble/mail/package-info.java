/** The only door to mail. */
@ApplicationModule(allowedDependencies = {"operate"})
package dev.ensemble.mail;

import org.springframework.modulith.ApplicationModule;
