package dev.ensemble.process;

/**
 * The product itself begins a diagram beside those of an incident. It belongs to the incident's circle, and nobody else can
 * begin it.
 */
final class Beside {

    private static final ThreadLocal<Beside> BEGINNING = new ThreadLocal<>();

    private final String circle;

    private Beside(String circle) {
        this.circle = circle;
    }

    /** @param circle {@code null} for everybody's */
    static void begin(String circle, Runnable beginning) {
        try {
            BEGINNING.set(new Beside(circle));
            beginning.run();
        } finally {
            BEGINNING.remove();
        }
    }

    /** Whether this thread is at it now. */
    static boolean isBeginning() {
        return BEGINNING.get() != null;
    }

    /** Of what is begun now. */
    static String circle() {
        return BEGINNING.get().circle;
    }
}
