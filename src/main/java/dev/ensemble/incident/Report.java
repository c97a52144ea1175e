package dev.ensemble.incident;

/**
 * What somebody says is wrong, as it was entered and before anything is believed.
 *
 * @param reporter user id; who enters it when {@code null} or blank
 */
public record Report(
        String service, String condition, String summary, String reporter, boolean restricted, boolean drill) {

    static final int LONGEST_SUMMARY = 500;
    static final int LONGEST_SERVICE = 100;

    /** Whether only a few people may know of it: what is insecure could be abused by whoever reads it. */
    public boolean isRestricted() {
        return restricted || Condition.INSECURE.toString().equals(condition);
    }
}
