package dev.ensemble.process;

/** No retry will help: the step fails at once, visibly, and a person is asked. The message says why. */
public class CannotSucceed extends RuntimeException {

    public CannotSucceed(String why, Throwable cause) {
        super(why, cause);
    }
}
