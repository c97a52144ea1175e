package dev.ensemble.access;

import dev.ensemble.alerts.AlertSource;
import dev.ensemble.alerts.AlertSources;
import dev.ensemble.process.Identity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets senders of alerts in by their token, also where it comes as the password of anybody, since some senders know no other
 * way. No password is tried here, so nothing slows anybody down.
 */
class SenderToken extends OncePerRequestFilter {

    /** What may be done with such a token. */
    static final String SENDS_ALERTS = "sends-alerts";

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final AlertSources sources;
    private final Secret ofOtherSystems;
    private final AuthenticationEntryPoint refusal;

    SenderToken(AlertSources sources, String ofOtherSystems, AuthenticationEntryPoint refusal) {
        this.sources = sources;
        this.ofOtherSystems = new Secret(ofOtherSystems);
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<AlertSource> source;
        try {
            source = token(request.getHeader(HttpHeaders.AUTHORIZATION)).flatMap(token -> source(token, kind(request)));
        } catch (RuntimeException e) {
            refusal.commence(request, response, new AuthenticationServiceException("Nobody could look.", e));
            return;
        }
        if (source.isEmpty()) {
            refusal.commence(request, response, new BadCredentialsException("This token is not valid."));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                source.get(), null, AuthorityUtils.createAuthorityList(SENDS_ALERTS)));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private Optional<AlertSource> source(String token, String kind) {
        return ofOtherSystems.is(token)
                ? Optional.of(new AlertSource(null, kind, Identity.OTHER_SYSTEMS))
                : sources.of(token);
    }

    /** The last part of the address. */
    static String kind(HttpServletRequest request) {
        return request.getRequestURI().replaceFirst(".*/", "");
    }

    private static Optional<String> token(String header) {
        var scheme = header == null ? "" : header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        return scheme.startsWith(BASIC)
                ? password(header.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> password(String basic) {
        try {
            var said = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            var colon = said.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(said.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
