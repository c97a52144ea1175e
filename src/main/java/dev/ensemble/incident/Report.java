package dev.ensemble.incident;

/**
 * What somebody says is wrong, as it was entered and before anything is believed.
 *
 * @param reporter user id; who enters it when {@code null} or blank
 * @param script the name of what happens in a drill; may be {@code null} or blank
 */
public record Report(
        String service,
        String condition,
        String summary,
        String reporter,
        boolean restricted,
        boolean drill,
        String script) {

    /** Without a script. */
    public Report(
            String service, String condition, String summary, String reporter, boolean restricted, boolean drill) {
        this(service, condition, summary, reporter, restricted, drill, null);
    }

    static final int LONGEST_SUMMARY = 500;
    static final int LONGEST_SERVICE = 100;

    /** Whether only a few people may know of it: what is insecure could be abused by whoever reads it. */
    public boolean isRestricted() {
        return restricted || Condition.INSECURE.toString().equals(condition);
    }
}
