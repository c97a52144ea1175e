package dev.ensemble.events;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where events may go.
 *
 * @param allowedHosts names of hosts that may be asked though they are not public, also without TLS
 */
@ConfigurationProperties("ensemble.webhooks")
record WebhookProperties(Set<String> allowedHosts) {

    WebhookProperties {
        allowedHosts = allowedHosts == null ? Set.of() : Set.copyOf(allowedHosts);
    }
}
