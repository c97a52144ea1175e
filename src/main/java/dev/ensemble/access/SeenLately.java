package dev.ensemble.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Spares a caller that logs in with every request the slow check, for a minute. A password that is changed works for no
 * longer than that.
 */
@Component
class SeenLately implements AuthenticationProvider {

    private static final Duration MEMORY = Duration.ofSeconds(60);
    private static final int REMEMBERED = 1_000;
    private static final String HASH = "HmacSHA256";

    private final Login login;
    private final Throttle throttle;
    private final SecretKeySpec salt;
    private final Cache<ByteBuffer, Authentication> seen = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();

    SeenLately(Login login, Throttle throttle) {
        this.login = login;
        this.throttle = throttle;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.salt = new SecretKeySpec(random, HASH);
    }

    /**
     * Many requests at once wait for one check. The throttle comes before what is remembered: guessing would be quick
     * otherwise, as long as the right password is.
     */
    @Override
    public Authentication authenticate(Authentication said) {
        throttle.look(Login.source(said));
        return seen.get(hash(said), first -> login.authenticate(said));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return login.supports(authentication);
    }

    /** The password itself is not kept. */
    private ByteBuffer hash(Authentication said) {
        try {
            var mac = Mac.getInstance(HASH);
            mac.init(salt);
            mac.update(said.getName().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(
                    mac.doFinal(String.valueOf(said.getCredentials()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
