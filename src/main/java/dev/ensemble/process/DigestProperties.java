package dev.ensemble.process;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the weekly digest is said.
 *
 * @param day such as {@code MON}
 * @param time of that day, such as {@code 09:00}
 */
@ConfigurationProperties("ensemble.digest")
record DigestProperties(String day, String time) {}
