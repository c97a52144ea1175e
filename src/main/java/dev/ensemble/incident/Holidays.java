package dev.ensemble.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Days on which nobody works, from a file with one a line: {@code 2026-12-25 Christmas}. */
@Component
class Holidays {

    private final Set<LocalDate> days = new HashSet<>();

    /** @param file {@code null} where a team has none */
    Holidays(@Value("${ensemble.holidays}") Resource file) {
        if (file == null) {
            return;
        }
        try {
            var number = 0;
            for (var line :
                    file.getContentAsString(StandardCharsets.UTF_8).lines().toList()) {
                read(line, ++number, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "ENSEMBLE_HOLIDAYS names %s, which cannot be read.".formatted(file.getDescription()), e);
        }
    }

    boolean include(LocalDate day) {
        return days.contains(day);
    }

    private void read(String line, int number, Resource file) {
        // A list in YAML is read, too.
        var entry = line.replaceFirst("#.*", "").strip().replaceFirst("^-\\s+", "");
        if (entry.isEmpty()) {
            return;
        }
        try {
            days.add(LocalDate.parse(entry.split("\\s", 2)[0]));
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "Line %d of %s (ENSEMBLE_HOLIDAYS) is \"%s\"; begin it with a day like 2026-12-25, or with # for a comment."
                            .formatted(number, file.getDescription(), line.strip()),
                    e);
        }
    }
}
