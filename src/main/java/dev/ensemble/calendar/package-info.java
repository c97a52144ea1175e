/** Meetings as calendars read them: iCalendar, RFC 5545. */
@ApplicationModule(allowedDependencies = {"incident"})
package dev.ensemble.calendar;

import org.springframework.modulith.ApplicationModule;
