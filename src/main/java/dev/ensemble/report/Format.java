package dev.ensemble.report;

import dev.ensemble.incident.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** What a report can be read as. Whoever asks for nothing in particular gets the first. */
enum Format {
    JSON(MediaType.APPLICATION_JSON, "json"),
    HTML(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8), "html"),
    MARKDOWN(new MediaType(MediaType.TEXT_MARKDOWN, StandardCharsets.UTF_8), "md"),
    PDF(MediaType.APPLICATION_PDF, "pdf");

    private final MediaType type;
    private final String ending;

    Format(MediaType type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    MediaType type() {
        return type;
    }

    String file(String name) {
        return name + "." + ending;
    }

    /** @param name as a link says it, which goes before what is accepted; {@code null} where it says nothing */
    static Format wanted(String name, List<String> accepted) throws HttpMediaTypeNotAcceptableException {
        return name == null ? accepted(accepted) : named(name);
    }

    private static Format named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("format", "Say one of json, html, markdown, pdf."));
    }

    /** What somebody likes best; of that, what they name most exactly. */
    private static Format accepted(List<String> accepted) throws HttpMediaTypeNotAcceptableException {
        var types = types(accepted);
        return Arrays.stream(values())
                .filter(format -> format.liked(types) > 0)
                .max(Comparator.comparingDouble((Format format) -> format.liked(types))
                        .thenComparing(format -> -types.indexOf(format.match(types))))
                .orElseThrow(Format::notAcceptable);
    }

    private double liked(List<MediaType> types) {
        var match = match(types);
        return match == null ? 0 : match.getQualityValue();
    }

    /** What names it most exactly, {@code null} where nothing does. */
    private MediaType match(List<MediaType> types) {
        return types.stream()
                .filter(accepted -> accepted.includes(type))
                .findFirst()
                .orElse(null);
    }

    /** The most exact first. */
    private static List<MediaType> types(List<String> accepted) throws HttpMediaTypeNotAcceptableException {
        try {
            var types = MediaType.parseMediaTypes(accepted).stream()
                    .sorted(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype))
                    .toList();
            return types.isEmpty() ? List.of(MediaType.ALL) : types;
        } catch (InvalidMediaTypeException e) {
            throw notAcceptable();
        }
    }

    private static HttpMediaTypeNotAcceptableException notAcceptable() {
        return new HttpMediaTypeNotAcceptableException(
                Arrays.stream(values()).map(Format::type).toList());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
