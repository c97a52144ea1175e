package dev.ensemble.operate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A request whose address names an incident is about it in the log, from its first line to its last. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConcernsIncident extends OncePerRequestFilter {

    private static final Pattern ADDRESS =
            Pattern.compile("(/api/v1)?/incidents/(?<number>(INC|SEC)-[1-9][0-9]{0,11})(/.*)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches()) {
            chain.doFilter(request, response);
            return;
        }
        try (var line = LogLine.about(address.group("number"))) {
            chain.doFilter(request, response);
        }
    }
}
