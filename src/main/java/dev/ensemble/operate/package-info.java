/** What whoever runs the product sees of it: how it stands with servers elsewhere, what is asked for the meters, what a log line is about. */
@ApplicationModule(allowedDependencies = {})
package dev.ensemble.operate;

import org.springframework.modulith.ApplicationModule;
