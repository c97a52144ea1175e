/** Every word that leaves the house is a message of the record and a durable step of its own. */
@ApplicationModule(allowedDependencies = {"incident", "process", "slack", "mail", "calendar"})
package dev.ensemble.say;

import org.springframework.modulith.ApplicationModule;
