package dev.ensemble.process;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Passwords that nobody can guess and somebody can still type. */
final class RandomPassword {

    private static final int LENGTH = 20;
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private RandomPassword() {}

    static String next() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
