package dev.ensemble.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole incidents: through the product, and on a bare engine with the same diagrams. */
final class Lifecycles implements AutoCloseable {

    private final Product product;
    private final Waiting ours;
    private final Waiting theirs;
    private final BareEngine bare;
    private final Statements ourStatements;
    private final Statements theirStatements = new Statements();
    private final List<List<String>> heard = new ArrayList<>();
    private long number;

    /**
     * Leads one through the product and one on the bare engine, which has to come to the same boxes.
     *
     * @param ourDatabase of the product
     * @param bareDatabase an empty one
     */
    Lifecycles(Product product, DataSource ourDatabase, Statements ourStatements, DataSource bareDatabase)
            throws java.io.IOException {
        this.product = product;
        this.ourStatements = ourStatements;
        this.ours = new Waiting(JdbcClient.create(ourDatabase));
        this.theirs = new Waiting(JdbcClient.create(bareDatabase));
        var course = new OurCourse(product, ours, heard);
        Lifecycle.lead(course);
        checkOver(ours, course.incident());
        var walked = ours.walked(course.incident());
        this.bare = new BareEngine(theirStatements.counting(bareDatabase), audiences(walked));
        theirs();
        var bareWalked = theirs.walked(key());
        if (!walked.equals(bareWalked)) {
            var onlyOurs = new ArrayList<>(walked);
            onlyOurs.removeAll(bareWalked);
            bareWalked.removeAll(walked);
            throw new IllegalStateException("Only ours: %s, only theirs: %s".formatted(onlyOurs, bareWalked));
        }
    }

    Compared compared() {
        return new Compared("a whole incident", this::ours, this::theirs);
    }

    /** How much goes to the database for one, ours and theirs. */
    String counts() {
        var before = List.of(
                ourStatements.statements(), ourStatements.commits(), theirStatements.statements(), theirStatements.commits());
        ours();
        theirs();
        var ourTrips = ourStatements.statements() - before.get(0);
        var ourCommits = ourStatements.commits() - before.get(1);
        var theirTrips = theirStatements.statements() - before.get(2);
        var theirCommits = theirStatements.commits() - before.get(3);
        return "| statements | %d | %d | **%.2f** |\n| commits | %d | %d | **%.2f** |"
                .formatted(
                        ourTrips,
                        theirTrips,
                        (double) ourTrips / theirTrips,
                        ourCommits,
                        theirCommits,
                        (double) ourCommits / theirCommits);
    }

    @Override
    public void close() {
        bare.close();
    }

    private long ours() {
        var course = new OurCourse(product, ours, null);
        Lifecycle.lead(course);
        checkOver(ours, course.incident());
        return course.took();
    }

    private long theirs() {
        number++;
        var course = new BareCourse(bare, theirs, heard, key());
        Lifecycle.lead(course);
        checkOver(theirs, key());
        return course.took();
    }

    private String key() {
        return "bare-" + number;
    }

    private static void checkOver(Waiting waiting, String incident) {
        if (!waiting.isOver(incident)) {
            throw new IllegalStateException("%s is not over: %s".formatted(incident, waiting.walked(incident)));
        }
    }

    /** As many as ours told, and as many on a page. */
    private static List<String> audiences(List<String> walked) {
        var all = times("StartEvent_audienceToTell", walked);
        var onPage = all * times("updateStatusPage", walked) / times("tellOutside", walked);
        var audiences = new ArrayList<>(Collections.nCopies(all, "list"));
        audiences.subList(0, onPage).replaceAll(list -> BareAnswers.PAGE);
        return audiences;
    }

    private static int times(String box, List<String> walked) {
        var start = box + " x ";
        return walked.stream()
                .filter(line -> line.startsWith(start))
                .mapToInt(line -> Integer.parseInt(line.substring(start.length())))
                .sum();
    }
}
