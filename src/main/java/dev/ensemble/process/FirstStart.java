package dev.ensemble.process;

import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the engine has to know before anybody comes in: groups, what they may do, the filters of the task list and one
 * administrator. It is done before HTTP is served, adds what is missing and changes nothing that is there.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Unchecked unchecked;
    private final ProcessEngineConfigurationImpl engine;
    private final IdentityService identities;
    private final Membership membership;
    private final Grants grants;
    private final FirstFilters filters;
    private final ObjectProvider<ExamplePeople> examplePeople;
    private final String adminName;
    private final String adminPassword;
    private final String apiToken;

    FirstStart(
            Unchecked unchecked,
            ProcessEngineConfigurationImpl engine,
            IdentityService identities,
            Membership membership,
            Grants grants,
            FirstFilters filters,
            ObjectProvider<ExamplePeople> examplePeople,
            @Value("${ensemble.admin.username}") String adminName,
            @Value("${ensemble.admin.password}") String adminPassword,
            @Value("${ensemble.api-token}") String apiToken) {
        this.unchecked = unchecked;
        this.engine = engine;
        this.identities = identities;
        this.membership = membership;
        this.grants = grants;
        this.filters = filters;
        this.examplePeople = examplePeople;
        this.adminName = adminName;
        this.adminPassword = adminPassword;
        this.apiToken = apiToken;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var shownOnce = inTurn(this::setUp);
        if (shownOnce != null) {
            LOG.warn("Administrator '{}' has been made, password: {} (shown once)", adminName, shownOnce);
        }
        if (!apiToken.isBlank()) {
            inTurn(() -> membership.person(Identity.OTHER_SYSTEMS, "Other", "systems", null, RandomPassword.next()));
            // By now the engine has given them what it gives every user.
            inTurn(() -> {
                grants.toOtherSystems();
                return null;
            });
        }
    }

    /** Nodes that start at once take turns, so that nothing is there twice. */
    private <T> T inTurn(Callable<T> doing) {
        return engine.getCommandExecutorTxRequired().execute(commands -> {
            commands.getPropertyManager().acquireExclusiveLock();
            return unchecked.ask(doing);
        });
    }

    /** @return the administrator's password where one was made up, otherwise {@code null} */
    private String setUp() {
        Membership.GROUPS.forEach(membership::group);
        grants.toGroups();
        filters.put();
        examplePeople.ifAvailable(ExamplePeople::join);
        return administrator();
    }

    private String administrator() {
        if (identities
                        .createUserQuery()
                        .memberOfGroup(Membership.ADMINISTRATORS)
                        .count()
                > 0) {
            return null;
        }
        var madeUp = adminPassword.isBlank() ? RandomPassword.next() : null;
        var made = membership.person(adminName, "Administrator", "", null, madeUp == null ? adminPassword : madeUp);
        membership.add(adminName, List.of(Membership.ADMINISTRATORS, Membership.RESPONDERS));
        if (!made) {
            LOG.warn("'{}' is administrator now and keeps the password it has.", adminName);
            return null;
        }
        if (madeUp == null) {
            LOG.info("Administrator '{}' has been made, with the password from the settings.", adminName);
        }
        return madeUp;
    }
}
