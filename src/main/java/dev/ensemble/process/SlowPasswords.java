package dev.ensemble.process;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

/**
 * Keeps passwords so that trying many of them is slow: PBKDF2, where the engine of its own does one round of SHA-512. What
 * is kept names its rounds, so that raising them leaves old passwords valid.
 */
class SlowPasswords implements PasswordEncryptor {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final SecureRandom random = new SecureRandom();
    private final int rounds;

    SlowPasswords(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String encrypt(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return "%d$%s$%s".formatted(rounds, text(salt), text(hash(password, salt, rounds)));
    }

    @Override
    public boolean check(String password, String kept) {
        var parts = kept.split("\\$");
        var hash = hash(password, bytes(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(hash, bytes(parts[2]));
    }

    @Override
    public String hashAlgorithmName() {
        return "pbkdf2-sha256";
    }

    private static byte[] hash(String password, byte[] salt, int rounds) {
        var key = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.clearPassword();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
