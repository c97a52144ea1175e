package dev.ensemble.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ensemble.process.Identity;
import dev.ensemble.process.Identity.Known;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whatever a request makes the engine do, it does in the name of whoever sent it. The webapps set the engine's user
 * themselves, but only for paths they know; this holds for all.
 */
class InTheirName extends OncePerRequestFilter {

    private static final Duration MEMORY = Duration.ofSeconds(60);
    private static final int REMEMBERED = 10_000;

    private final Identity identity;
    private final AuthenticationEntryPoint refusal;
    private final Cache<String, Optional<Known>> people = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();

    InTheirName(Identity identity, AuthenticationEntryPoint refusal) {
        this.identity = identity;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || who instanceof AnonymousAuthenticationToken || readsFiguresOnly(who)) {
            chain.doFilter(request, response);
            return;
        }
        var known = people.get(who.getName(), identity::find);
        if (known.isEmpty()) {
            leave(request, response);
            return;
        }
        try (var open = identity.as(known.get())) {
            chain.doFilter(request, response);
        }
    }

    /** Which asks nothing of the engine, and has to work while the database that knows people is away. */
    private static boolean readsFiguresOnly(Authentication who) {
        return who.getAuthorities().stream().anyMatch(may -> may.getAuthority().equals(BearerToken.READS_FIGURES));
    }

    /** They have been deleted since they logged in. */
    private void leave(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        refusal.commence(request, response, new InsufficientAuthenticationException("This account is gone."));
    }
}
