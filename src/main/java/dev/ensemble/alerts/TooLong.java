package dev.ensemble.alerts;

/** There is more of it than we read. */
public class TooLong extends RuntimeException {

    public TooLong() {
        super("Send at most %d KB at once.".formatted(AlertReaders.LONGEST / 1024));
    }
}
