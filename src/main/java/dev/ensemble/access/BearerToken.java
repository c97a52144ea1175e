package dev.ensemble.access;

import dev.ensemble.process.Identity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets other systems in by their token, and whoever has the other one to the figures only; what is not set is never right. */
class BearerToken extends OncePerRequestFilter {

    /** What may be done with the token for figures. */
    static final String READS_FIGURES = "reads-figures";

    private static final String SCHEME = "Bearer ";

    private final Secret right;
    private final Secret rightForFigures;
    private final RequestMatcher figures;
    private final AuthenticationEntryPoint refusal;

    BearerToken(String token, String tokenForFigures, RequestMatcher figures, AuthenticationEntryPoint refusal) {
        this.right = new Secret(token);
        this.rightForFigures = new Secret(tokenForFigures);
        this.figures = figures;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        var token = header.substring(SCHEME.length()).strip();
        var mayReadFigures = rightForFigures.is(token) && figures.matches(request);
        if (!right.is(token) && !mayReadFigures) {
            refusal.commence(request, response, new BadCredentialsException("This token is not valid."));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                Identity.OTHER_SYSTEMS,
                null,
                AuthorityUtils.createAuthorityList(mayReadFigures ? READS_FIGURES : Identity.OTHER_SYSTEMS)));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
