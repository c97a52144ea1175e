package dev.ensemble.access;

import dev.ensemble.access.Throttle.Source;
import dev.ensemble.process.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Somebody says who they are, and their password. Authorities are the ids of their groups. */
@Component
class Login implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final int LONGEST = 255;

    private final Identity identity;
    private final Throttle throttle;

    Login(Identity identity, Throttle throttle) {
        this.identity = identity;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication said) {
        var password = (String) said.getCredentials();
        if (isUnlikely(said.getName()) || isUnlikely(password) || hasControls(said.getName())) {
            throw wrong();
        }
        var source = source(said);
        count(source);
        var known = check(source, password);
        throttle.forget(source);
        var person = UsernamePasswordAuthenticationToken.authenticated(
                known.id(), null, AuthorityUtils.createAuthorityList(known.groups()));
        person.setDetails(said.getDetails());
        return person;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private void count(Source source) {
        try {
            throttle.tried(source);
        } catch (TooManyTries e) {
            LOG.warn("Too many wrong passwords from {}.", source.address());
            throw e;
        }
    }

    private Identity.Known check(Source source, String password) {
        try {
            return identity.check(source.person(), password).orElseThrow(Login::wrong);
        } catch (BadCredentialsException e) {
            throw e;
        } catch (RuntimeException e) {
            throttle.takeBack(source);
            throw e;
        }
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("User name and password do not fit together.");
    }

    private static boolean isUnlikely(String text) {
        return text == null || text.isBlank() || text.length() > LONGEST;
    }

    /** The database would not even look. */
    private static boolean hasControls(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }

    /** Where a login comes from, and as whom. */
    static Source source(Authentication said) {
        var address = said.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        return new Source(address, said.getName());
    }
}
