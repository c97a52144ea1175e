package dev.ensemble.contract;

import dev.ensemble.process.Identity;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;

/** Who may call an operation, as the guards at the doors themselves say. */
@Component
@Order(4)
class WhoMayCall implements Addition {

    private static final Authentication NOBODY = new AnonymousAuthenticationToken(
            "contract", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    private static final Authentication A_PERSON = UsernamePasswordAuthenticationToken.authenticated(
            "contract", null, AuthorityUtils.createAuthorityList("responders", "security", "camunda-admin"));
    private static final Authentication ANOTHER_SYSTEM = UsernamePasswordAuthenticationToken.authenticated(
            Identity.OTHER_SYSTEMS, null, AuthorityUtils.createAuthorityList(Identity.OTHER_SYSTEMS));

    private final WebInvocationPrivilegeEvaluator guards;

    WhoMayCall(WebInvocationPrivilegeEvaluator guards) {
        this.guards = guards;
    }

    @Override
    public void to(OpenAPI contract) {
        Everywhere.calls(contract)
                .filter(call -> call.operation().getSecurity() == null)
                .forEach(call -> call.operation().setSecurity(waysIn(call)));
    }

    private List<SecurityRequirement> waysIn(Everywhere.Call call) {
        if (mayCall(NOBODY, call)) {
            return List.of();
        }
        var ways = new ArrayList<SecurityRequirement>();
        if (mayCall(A_PERSON, call)) {
            ways.add(new SecurityRequirement().addList(Contract.PERSON));
        }
        if (mayCall(ANOTHER_SYSTEM, call)) {
            ways.add(new SecurityRequirement().addList(Contract.TOKEN));
        }
        return ways.isEmpty() ? List.of(new SecurityRequirement().addList(Contract.SOURCE)) : ways;
    }

    private boolean mayCall(Authentication who, Everywhere.Call call) {
        return guards.isAllowed(
                "", call.path().replaceAll("[{}]", ""), call.method().name(), who);
    }
}
