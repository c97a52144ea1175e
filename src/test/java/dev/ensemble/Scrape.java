package dev.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Prometheus reads at one moment. */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile(
            "(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?<labels>[a-zA-Z_][a-zA-Z0-9_]*=\"[^\"]*\"(,[a-zA-Z_][a-zA-Z0-9_]*=\"[^\"]*\")*)?,?})?"
                    + " (?<value>[0-9.E+-]+|NaN|[+-]Inf)");

    private final List<Sample> samples;

    private Scrape(List<Sample> samples) {
        this.samples = samples;
    }

    private record Sample(String name, Set<String> labels, double value) {}

    /** Reads it as Prometheus would; every line has to be one that Prometheus understands. */
    public static Scrape of(int port, String token) {
        var answer = new Browser(port).get("/actuator/prometheus", "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Scrape(answer.body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Scrape::sample)
                .toList());
    }

    private static Sample sample(String line) {
        var matcher = SAMPLE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        var labels = matcher.group("labels");
        return new Sample(
                matcher.group("name"),
                labels == null ? Set.of() : Set.of(labels.split(",(?=[a-zA-Z_])")),
                Double.parseDouble(
                        matcher.group("value").replace("+Inf", "Infinity").replace("-Inf", "-Infinity")));
    }

    /** The one value of this name with at least these labels, such as {@code way="slack"}. */
    public double value(String name, String... labels) {
        var found = samples.stream()
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> sample.labels().containsAll(Arrays.asList(labels)))
                .toList();
        assertThat(found).as(name + Arrays.toString(labels)).hasSize(1);
        return found.get(0).value();
    }

    /** The sum over all of this name. */
    public double sum(String name) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** The names of everything that is told. */
    public Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values that a label has anywhere under this name. */
    public Set<String> labelled(String name, String label) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .flatMap(sample -> sample.labels().stream())
                .filter(pair -> pair.startsWith(label + "="))
                .map(pair -> pair.substring(label.length() + 2, pair.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
