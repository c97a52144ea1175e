package dev.ensemble.access;

import dev.ensemble.process.Identity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    private final byte[] right;
    private final byte[] rightForFigures;
    private final RequestMatcher figures;
    private final AuthenticationEntryPoint refusal;

    BearerToken(String token, String tokenForFigures, RequestMatcher figures, AuthenticationEntryPoint refusal) {
        this.right = token.isBlank() ? null : digest(token);
        this.rightForFigures = tokenForFigures.isBlank() ? null : digest(tokenForFigures);
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
        var token = digest(header.substring(SCHEME.length()).strip());
        var mayReadFigures = isRight(token, rightForFigures) && figures.matches(request);
        if (!isRight(token, right) && !mayReadFigures) {
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

    /** Takes as long for any wrong token. */
    private static boolean isRight(byte[] token, byte[] right) {
        return right != null && MessageDigest.isEqual(right, token);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
