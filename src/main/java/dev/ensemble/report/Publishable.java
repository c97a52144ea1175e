package dev.ensemble.report;

import java.time.ZonedDateTime;

/**
 * What everybody may read of a restricted incident; the whole of it was written by hand.
 *
 * @param text Markdown
 */
record Publishable(String id, String text, LearningReport.Person writtenBy, ZonedDateTime writtenAt) {

    String title() {
        return "Report on " + id;
    }

    String html() {
        return Markdown.html(text);
    }
}
