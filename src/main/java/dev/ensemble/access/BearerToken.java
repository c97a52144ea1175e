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
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets other systems in by their token; without a token in the settings, none is right. */
class BearerToken extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final byte[] right;
    private final AuthenticationEntryPoint refusal;

    BearerToken(String token, AuthenticationEntryPoint refusal) {
        this.right = token.isBlank() ? null : digest(token);
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
        if (!isRight(header.substring(SCHEME.length()).strip())) {
            refusal.commence(request, response, new BadCredentialsException("This token is not valid."));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                Identity.OTHER_SYSTEMS, null, AuthorityUtils.createAuthorityList(Identity.OTHER_SYSTEMS)));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    /** Takes as long for any wrong token. */
    private boolean isRight(String token) {
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
