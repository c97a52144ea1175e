package dev.ensemble.figures;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the figures.
 *
 * @param keptFor how old the figures may be that Prometheus reads
 */
@ConfigurationProperties("ensemble.figures")
record FiguresProperties(Duration keptFor) {}
