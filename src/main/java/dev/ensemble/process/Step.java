package dev.ensemble.process;

/**
 * What a service task does. The bean's name is the task's id, which is its label in camelCase. It runs in the transaction
 * that moves the token.
 */
public interface Step {

    /**
     * @throws TryLater when it will work at a known later time
     * @throws CannotSucceed when no retry will help and a person has to do it
     */
    void run(Token token);
}
