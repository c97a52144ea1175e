package dev.ensemble.say;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where things are said, and what the announcement links to.
 *
 * @param incidentChannel a channel name or id
 * @param drillChannel the same, for incidents that are practised
 * @param notesUrl notes document; the line is left out where empty, as with the other two
 */
@ConfigurationProperties("ensemble.say")
record SayProperties(
        String incidentChannel, String drillChannel, String notesUrl, String meetingUrl, String communicationPlanUrl) {}
