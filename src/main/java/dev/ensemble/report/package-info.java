/** The learning report: one incident as others read it, on a page, on paper, and in a machine. */
@ApplicationModule(allowedDependencies = {"incident", "process", "contract"})
package dev.ensemble.report;

import org.springframework.modulith.ApplicationModule;
