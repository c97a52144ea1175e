package dev.ensemble.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A token of the settings; one that is not set is never right. */
final class Secret {

    private final byte[] right;

    Secret(String token) {
        this.right = token.isBlank() ? null : digest(token);
    }

    /** Takes as long for any wrong token. */
    boolean is(String token) {
        return right != null && MessageDigest.isEqual(right, digest(token));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
