package dev.ensemble.library;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the library.
 *
 * @param todayAYearAgo whether what was learned on this day of former years is said
 * @param monthlyDigest whether a month's learning is said in the next
 * @param catchesUpEvery how often it reads what nobody has searched for yet
 */
@ConfigurationProperties("ensemble.library")
record LibraryProperties(boolean todayAYearAgo, boolean monthlyDigest, Duration catchesUpEvery) {}
