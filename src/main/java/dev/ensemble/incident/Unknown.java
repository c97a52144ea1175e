package dev.ensemble.incident;

/** What somebody asked for is not there, or not for them. */
public abstract class Unknown extends RuntimeException {

    private final String kind;

    /** @param kind what it would be, in lower case, such as {@code follow-up} */
    protected Unknown(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What it would be, in lower case, such as {@code follow-up}. */
    public String kind() {
        return kind;
    }
}
