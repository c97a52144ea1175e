package dev.ensemble.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Mustache.Escaper;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/** The templates of the report, and how times look in them. */
final class Sheets {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    private Sheets() {}

    static Template template(String name, Escaper escaper) {
        return Mustache.compiler()
                .defaultValue("")
                .emptyStringIsFalse(true)
                .withFormatter(Sheets::format)
                .withEscaper(escaper)
                .compile(text(name + ".mustache"));
    }

    static String text(String name) {
        try {
            return new ClassPathResource("report/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String format(Object value) {
        if (value instanceof ZonedDateTime moment) {
            return MOMENT.format(moment);
        }
        return value instanceof LocalDate day ? DAY.format(day) : String.valueOf(value);
    }
}
