/** The only door to mail. */
@ApplicationModule(allowedDependencies = {})
package dev.ensemble.mail;

import org.springframework.modulith.ApplicationModule;
