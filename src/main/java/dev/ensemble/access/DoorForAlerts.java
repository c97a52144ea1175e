package dev.ensemble.access;

import dev.ensemble.alerts.AlertReaders;
import dev.ensemble.alerts.AlertSources;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The way in for alerts, before the two others: by token alone, and with no try too many. */
@Configuration
class DoorForAlerts {

    private static final String ALERTS = "/api/v1/alerts/*";

    @Bean
    @Order(0)
    SecurityFilterChain senders(
            HttpSecurity http,
            AlertSources sources,
            AlertReaders readers,
            MeterRegistry meters,
            Refusals refusals,
            @Value("${ensemble.api-token}") String token)
            throws Exception {
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ALERTS))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new SenderToken(sources, token, refusals), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new CountRejected(readers.kinds(), meters), SenderToken.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(SenderToken.SENDS_ALERTS))
                .build();
    }
}
