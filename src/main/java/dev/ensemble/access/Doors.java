package dev.ensemble.access;

import dev.ensemble.process.Identity;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The two ways in: machines say who they are with each request, people log in once on a page. Paths are matched by pattern
 * objects throughout, since plain strings silently miss what the engine's own servlets answer.
 */
@Configuration
class Doors {

    private static final String RESPONDERS = "responders";
    private static final String SECURITY = "security";
    private static final String ADMINISTRATORS = "camunda-admin";
    private static final String PROCESS_OWNERS = "process-owners";

    private static final RequestMatcher MACHINES =
            paths(null, "/engine-rest/**", "/api/**", "/actuator/**", "/openapi", "/openapi.yaml");

    /** What may be asked, and how, tells nothing about anybody: tools read it before they have been let in. */
    private static final RequestMatcher CONTRACT = paths(HttpMethod.GET, "/openapi", "/openapi.yaml", "/api/docs");

    private static final RequestMatcher FIGURES = paths(HttpMethod.GET, "/actuator/prometheus");
    private static final RequestMatcher WEBAPP_CALLS = paths(null, "/camunda/api/**");
    private static final RequestMatcher WEBAPPS = paths(null, "/camunda/**");
    private static final RequestMatcher LOGIN = paths(HttpMethod.POST, LoginPage.PATH);
    private static final RequestMatcher LOGOUT = paths(HttpMethod.POST, "/logout");
    private static final RequestMatcher WEBAPP_LOGOUT = paths(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");

    /** A model is code: it comes with a release and not over the wire. */
    private static final RequestMatcher DEPLOYMENTS = new OrRequestMatcher(
            changes("/engine-rest/deployment/**"),
            changes("/engine-rest/engine/*/deployment/**"),
            changes("/camunda/api/engine/deployment/**"),
            changes("/camunda/api/engine/engine/*/deployment/**"));

    /** Makes an administrator of anybody while there is none (CVE-2026-77226); ours comes from the settings. */
    private static final RequestMatcher SET_UP =
            paths(null, "/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**");

    /** Other ways to try a password, past the throttle. */
    private static final RequestMatcher PASSWORD_TRIALS = paths(
            null,
            "/camunda/api/admin/auth/user/*/login/**",
            "/camunda/api/engine/identity/verify",
            "/camunda/api/engine/engine/*/identity/verify",
            "/engine-rest/identity/verify",
            "/engine-rest/engine/*/identity/verify");

    private final Identity identity;
    private final Refusals refusals;

    Doors(Identity identity, Refusals refusals) {
        this.identity = identity;
        this.refusals = refusals;
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(
            HttpSecurity http,
            SeenLately login,
            @Value("${ensemble.api-token}") String token,
            @Value("${ensemble.figures.token}") String tokenForFigures)
            throws Exception {
        return http.securityMatcher(MACHINES)
                .authenticationManager(new ProviderManager(login))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(
                        new BearerToken(token, tokenForFigures, FIGURES, refusals), BasicAuthenticationFilter.class)
                .addFilterAfter(new InTheirName(identity, refusals), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                CONTRACT,
                                paths(null, "/actuator/health/**"),
                                paths(HttpMethod.GET, "/api/v1/calendar.ics"))
                        .permitAll()
                        .requestMatchers(FIGURES)
                        .hasAnyAuthority(ADMINISTRATORS, BearerToken.READS_FIGURES)
                        .requestMatchers(paths(null, "/actuator/**"))
                        .hasAuthority(ADMINISTRATORS)
                        .requestMatchers(DEPLOYMENTS, PASSWORD_TRIALS)
                        .denyAll()
                        .requestMatchers(paths(null, "/api/v1/webhooks/**", "/api/v1/alert-sources/**"))
                        .hasAnyAuthority(PROCESS_OWNERS, ADMINISTRATORS)
                        .requestMatchers(
                                paths(HttpMethod.GET, "/api/v1/**"), paths(HttpMethod.POST, "/api/v1/incidents"))
                        .hasAnyAuthority(RESPONDERS, SECURITY, ADMINISTRATORS, Identity.OTHER_SYSTEMS)
                        .requestMatchers(paths(null, "/api/**"))
                        .hasAnyAuthority(RESPONDERS, SECURITY, ADMINISTRATORS)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, Login login) throws Exception {
        var toLogin = new LoginUrlAuthenticationEntryPoint(LoginPage.PATH);
        AuthenticationEntryPoint plainly = (request, response, reason) -> refusals.unknown(request, response);
        var wanted = new HttpSessionRequestCache();
        wanted.setMatchingRequestParameterName(null);
        // Pages; what a browser asks for beside them is nowhere to go after the login.
        wanted.setRequestMatcher(paths(HttpMethod.GET, "/", "/camunda/app/**", "/incidents/**"));
        return http.authenticationManager(new ProviderManager(login))
                .requestCache(cache -> cache.requestCache(wanted))
                .formLogin(form -> form.loginPage(LoginPage.PATH)
                        .successHandler(whereTheyWanted())
                        .failureHandler(Doors::notIn))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(LOGOUT, WEBAPP_LOGOUT))
                        .deleteCookies("JSESSIONID", "XSRF-TOKEN")
                        .defaultLogoutSuccessHandlerFor(
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT), WEBAPP_LOGOUT)
                        .defaultLogoutSuccessHandlerFor(
                                (request, response, who) -> response.sendRedirect(LoginPage.GONE), LOGOUT))
                // The webapps guard their own calls.
                .csrf(csrf -> csrf.ignoringRequestMatchers(WEBAPPS))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(plainly, WEBAPP_CALLS)
                        .defaultAuthenticationEntryPointFor(toLogin, request -> true)
                        .accessDeniedHandler(this::denied))
                .addFilterAfter(new InTheirName(identity, toLogin), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(SET_UP, PASSWORD_TRIALS, DEPLOYMENTS)
                        .denyAll()
                        .requestMatchers(paths(null, LoginPage.PATH))
                        .permitAll()
                        .requestMatchers(paths(null, "/incidents/**"))
                        .hasAnyAuthority(RESPONDERS, SECURITY, ADMINISTRATORS)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> saysAsAProblemWhatTheServerRefuses() {
        return server -> server.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(RefusedByTheServer.class.getName()));
    }

    private static SavedRequestAwareAuthenticationSuccessHandler whereTheyWanted() {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler();
        handler.setDefaultTargetUrl(LoginPage.AFTERWARDS);
        return handler;
    }

    private static void notIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.sendRedirect(
                reason instanceof TooManyTries tooMany ? LoginPage.tooMany(tooMany.minutes()) : LoginPage.WRONG);
    }

    private void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (WEBAPP_CALLS.matches(request)) {
            refusals.handle(request, response, reason);
        } else if (reason instanceof CsrfException && (LOGIN.matches(request) || LOGOUT.matches(request))) {
            // The page stood open longer than its session lasted.
            response.sendRedirect(LoginPage.PATH);
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, reason);
        }
    }

    private static RequestMatcher changes(String path) {
        return new OrRequestMatcher(
                paths(HttpMethod.POST, path), paths(HttpMethod.PUT, path), paths(HttpMethod.DELETE, path));
    }

    /** @param method {@code null} for any */
    private static RequestMatcher paths(HttpMethod method, String... patterns) {
        var builder = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(pattern ->
                        (RequestMatcher) (method == null ? builder.matcher(pattern) : builder.matcher(method, pattern)))
                .toList());
    }
}
