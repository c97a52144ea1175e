package dev.ensemble.report;

import dev.ensemble.incident.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** What a report can be read as. Whoever asks for nothing in particular gets the first. */
enum Format {
    JSON(MediaType.APPLICATION_JSON, "json"),
    HTML(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8), "html"),
    MARKDOWN(new MediaType(MediaType.TEXT_MARKDOWN, java.nio.charset.StandardCharsets.UTF_8), "md"),
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

    private static Format accepted(List<String> accepted) throws HttpMediaTypeNotAcceptableException {
        for (var type : types(accepted)) {
            for (var format : values()) {
                if (type.getQualityValue() > 0 && type.includes(format.type.removeQualityValue())) {
                    return format;
                }
            }
        }
        throw notAcceptable();
    }

    /** What somebody likes best comes first; of that, what they name most exactly. */
    private static List<MediaType> types(List<String> accepted) throws HttpMediaTypeNotAcceptableException {
        try {
            var types = new java.util.ArrayList<>(MediaType.parseMediaTypes(accepted));
            org.springframework.util.MimeTypeUtils.sortBySpecificity(types);
            types.sort(java.util.Comparator.comparingDouble(MediaType::getQualityValue)
                    .reversed());
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
