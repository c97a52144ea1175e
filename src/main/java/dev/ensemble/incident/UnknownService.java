package dev.ensemble.incident;

/** Neither a name nor an alias that the catalogue lists. */
public class UnknownService extends Unknown {

    public UnknownService(String name) {
        super("service", "The catalogue lists no service that is called %s.".formatted(name));
    }
}
