package dev.ensemble.incident;

import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * Settings of the record.
 *
 * @param baseUrl the address people reach the product at
 * @param timeZone where working hours and local times are meant
 * @param workingHours such as {@code MON-FRI 09:00-17:00}
 * @param catalogue the file that lists services
 * @param unlistedServices whether an incident can be about a service that the catalogue does not list
 */
@ConfigurationProperties("ensemble")
public record IncidentProperties(
        URI baseUrl, ZoneId timeZone, String workingHours, Resource catalogue, boolean unlistedServices) {

    /** Where people work on incidents. */
    public String tasklist() {
        return address() + "/camunda/app/tasklist/default/";
    }

    /** The base URL without a slash at its end. */
    public String address() {
        var text = baseUrl.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
