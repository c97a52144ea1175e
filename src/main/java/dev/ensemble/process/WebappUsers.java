package dev.ensemble.process;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/** The webapps take whoever has logged in with us for their user. */
@Configuration
class WebappUsers {

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappUser() {
        var registration = new FilterRegistrationBean<ContainerBasedAuthenticationFilter>(new WhoIsLoggedIn());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    private static class WhoIsLoggedIn extends ContainerBasedAuthenticationFilter implements AuthenticationProvider {

        @Override
        public void init(FilterConfig filterConfig) {
            authenticationProvider = this;
        }

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            var who = SecurityContextHolder.getContext().getAuthentication();
            return who == null ? AuthenticationResult.unsuccessful() : AuthenticationResult.successful(who.getName());
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // Nobody gets here without having logged in.
        }
    }
}
