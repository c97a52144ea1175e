package dev.ensemble.report;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the report.
 *
 * @param paper what it is printed on, as CSS names it: {@code letter} or {@code a4}
 */
@ConfigurationProperties("ensemble.report")
record ReportProperties(String paper) {

    ReportProperties {
        if (!paper.matches("[a-zA-Z0-9]+")) {
            throw new IllegalArgumentException("ENSEMBLE_REPORT_PAPER is \"%s\"; say letter or a4.".formatted(paper));
        }
    }
}
