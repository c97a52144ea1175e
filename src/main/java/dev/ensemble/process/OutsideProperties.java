package dev.ensemble.process;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people outside look.
 *
 * @param statusPageUrl the page on which people write how services are; empty where there is none
 */
@ConfigurationProperties("ensemble.outside")
record OutsideProperties(String statusPageUrl) {}
