package dev.ensemble.operate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for whoever runs the product.
 *
 * @param keptFor how old the meters' figures of the database may be
 */
@ConfigurationProperties("ensemble.operate")
record OperateProperties(Duration keptFor) {}
