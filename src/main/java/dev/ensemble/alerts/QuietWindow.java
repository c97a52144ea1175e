package dev.ensemble.alerts;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A time in which alerts open nothing, such as planned maintenance.
 *
 * @param service as the catalogue names it, {@code null} for all
 * @param weekly {@code null} where it is there once
 * @param from {@code null} where it is there every week
 * @param until exclusive; {@code null} where it is there every week
 * @param person user id of who made it
 */
public record QuietWindow(
        Long id,
        String service,
        WeeklyTime weekly,
        Instant from,
        Instant until,
        String reason,
        String person,
        Instant madeAt) {

    boolean covers(String service, Instant moment, ZoneId zone) {
        return (this.service == null || this.service.equals(service)) && isOn(moment, zone);
    }

    private boolean isOn(Instant moment, ZoneId zone) {
        return weekly == null
                ? !moment.isBefore(from) && moment.isBefore(until)
                : weekly.includes(moment.atZone(zone).toLocalDateTime());
    }
}
