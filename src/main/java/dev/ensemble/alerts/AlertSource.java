package dev.ensemble.alerts;

/**
 * A monitoring system that may send us alerts.
 *
 * @param id {@code null} for whoever has the token of the settings
 * @param kind {@code alertmanager}, {@code grafana}, {@code checkmk} or {@code generic}
 * @param name as people here call it
 */
public record AlertSource(Long id, String kind, String name) {}
