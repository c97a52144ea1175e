package dev.ensemble.report;

import com.samskivert.mustache.Template;
import org.springframework.stereotype.Component;

/** The report as Markdown. */
@Component
class AsMarkdown {

    private final Template sheet = Sheets.template("report.md", Markdown::plain);

    String of(LearningReport report) {
        return sheet.execute(report);
    }
}
