package dev.ensemble.process;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
            var who = engine.getIdentityService().getCurrentAuthentication();
            if (who == null) {
                return AuthenticationResult.unsuccessful();
            }
            var result = AuthenticationResult.successful(who.getUserId());
            result.setGroups(who.getGroupIds());
            result.setTenants(who.getTenantIds());
            return result;
        }

        /** Some of their paths do not say which engine they are for; they are for ours. */
        @Override
        protected String extractEngineName(HttpServletRequest request) {
            var named = super.extractEngineName(request);
            return named == null ? ProcessEngines.NAME_DEFAULT : named;
        }

        /** They would remember for the whole session what somebody may see, but that can change with every request. */
        @Override
        protected boolean isAuthenticated(Authentication remembered, String engineName, String person) {
            var now = getAddressedEngine(engineName).getIdentityService().getCurrentAuthentication();
            return super.isAuthenticated(remembered, engineName, person)
                    && remembered instanceof UserAuthentication known
                    && known.getGroupIds().equals(now.getGroupIds())
                    && known.getTenantIds().equals(now.getTenantIds());
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // Nobody gets here without having logged in.
        }
    }
}
