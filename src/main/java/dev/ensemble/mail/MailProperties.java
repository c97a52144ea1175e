package dev.ensemble.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who writes. Which server takes it is said by Spring's own settings, {@code SPRING_MAIL_HOST} and its sisters.
 *
 * @param from such as {@code Library IT <it@example.org>}
 */
@ConfigurationProperties("ensemble.mail")
record MailProperties(@DefaultValue("") String from) {

    /** @throws IllegalStateException when there is no such address: that has to show at the start */
    InternetAddress sender() {
        try {
            return Address.of(from);
        } catch (AddressException e) {
            throw new IllegalStateException(
                    "There is a mail server, and ENSEMBLE_MAIL_FROM is \"%s\"; say who writes, like Library IT <it@example.org>."
                            .formatted(from),
                    e);
        }
    }
}
