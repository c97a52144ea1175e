package dev.ensemble.say;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.ensemble.slack.SlackText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words under {@code bpmn/messages}, read at start so that a slip of the pen shows then and not at three in the morning.
 * Those that a process folder of a team's own lacks, such as the ones of a newer release, are the product's.
 */
@Component
public class Words {

    private static final String OURS = "classpath:bpmn/";
    private static final String ENDING = ".mustache";

    private final Map<String, Template> slack = new HashMap<>();
    private final Map<String, Template> markdown = new HashMap<>();
    private final Map<String, Template> plain = new HashMap<>();

    Words(ResourcePatternResolver files, @Value("${ensemble.process-folder}") String folder) {
        var compiler = Mustache.compiler().defaultValue("").emptyStringIsFalse(true);
        var forSlack = compiler.withEscaper(SlackText::escape);
        var forForms = compiler.withEscaper(Markdown::plain);
        var unescaped = compiler.escapeHTML(false);
        var texts = texts(files, OURS);
        texts.putAll(texts(files, folder));
        texts.forEach((name, text) -> {
            try {
                slack.put(name, forSlack.compile(text));
                markdown.put(name, forForms.compile(text));
                plain.put(name, unescaped.compile(text));
            } catch (MustacheException e) {
                throw new IllegalStateException(
                        "The words %s%s cannot be read: %s".formatted(name, ENDING, e.getMessage()), e);
            }
        });
    }

    /** For Slack: what others entered can neither ping nor link nor format. */
    String slack(String name, Map<String, ?> about) {
        return of(slack, name).execute(about).strip();
    }

    /** For forms that show markdown: what others entered is plain in it, each on one line. */
    public String markdown(String name, Map<String, ?> about) {
        return of(markdown, name).execute(about).strip();
    }

    /** As it stands: for letters, and for the fields of forms. */
    public String plain(String name, Map<String, ?> about) {
        return of(plain, name).execute(about).strip();
    }

    /** Whether there are words of this name. */
    public boolean has(String name) {
        return plain.containsKey(name);
    }

    private static Template of(Map<String, Template> templates, String name) {
        var template = templates.get(name);
        if (template == null) {
            throw new IllegalStateException("There are no words " + name + ENDING);
        }
        return template;
    }

    private static Map<String, String> texts(ResourcePatternResolver files, String folder) {
        var texts = new TreeMap<String, String>();
        try {
            for (var file : files.getResources(folder + "messages/*" + ENDING)) {
                var name = file.getFilename().substring(0, file.getFilename().length() - ENDING.length());
                texts.put(name, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The words in %smessages cannot be read.".formatted(folder), e);
        }
        return texts;
    }
}
