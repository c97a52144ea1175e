package dev.ensemble.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the requests with alerts that were sent away: for good, or to come again. */
class CountRejected extends OncePerRequestFilter {

    private static final String REJECTED = "rejected";
    private static final String TO_COME_AGAIN = "to-come-again";

    private final Set<String> kinds;
    private final MeterRegistry meters;

    CountRejected(Set<String> kinds, MeterRegistry meters) {
        this.kinds = kinds;
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var status = HttpStatusCode.valueOf(response.getStatus());
        if (status.isError()) {
            count(SenderToken.kind(request), status.is4xxClientError() ? REJECTED : TO_COME_AGAIN);
        }
    }

    /** Anybody can make up a kind; the figures keep to those that there are. */
    private void count(String kind, String outcome) {
        meters.counter("ensemble.alerts", "source", kinds.contains(kind) ? kind : "unknown", "outcome", outcome)
                .increment();
    }
}
