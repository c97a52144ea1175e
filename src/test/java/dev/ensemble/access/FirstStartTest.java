package dev.ensemble.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** The product is ready when it has started. */
@EnsembleTest
class FirstStartTest {

    @Autowired
    private IdentityService identities;

    @Autowired
    private FilterService filters;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private ManagementService management;

    @Autowired
    @Qualifier("firstStart")
    private SmartInitializingSingleton firstStart;

    @Test
    void findsEverythingInPlace() {
        assertThat(identities.createGroupQuery().list())
                .extracting(Group::getId)
                .contains("responders", "security", "process-owners", "camunda-admin");
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(User::getId)
                .contains("admin");
        assertThat(identities.createUserQuery().memberOfGroup("responders").list())
                .extracting(User::getId)
                .contains("admin", "maya", "noor", "ines", "eli", "lena", "ivo", "rosa", "sam");
        assertThat(filters.createTaskFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("Mine", "Open roles", "Join in", "Overdue", "All open tasks");
    }

    @Test
    void addsNothingOnAnotherStart() {
        var before = counts();
        var kept = kept("admin");
        firstStart.afterSingletonsInstantiated();
        assertThat(counts()).isEqualTo(before);
        assertThat(kept("admin")).isEqualTo(kept);
    }

    @Test
    void putsAListOnceAndNotAgainWhereATeamTookItOut() {
        var joinIn = filters.createTaskFilterQuery().filterName("Join in").singleResult();
        filters.deleteFilter(joinIn.getId());
        firstStart.afterSingletonsInstantiated();
        assertThat(filters.createTaskFilterQuery().filterName("Join in").count())
                .isZero();

        management.deleteProperty("ensemble.list.join-in");
        firstStart.afterSingletonsInstantiated();
        assertThat(filters.createTaskFilterQuery().filterName("Join in").count())
                .isOne();
    }

    @Test
    void keepsPasswordsSoThatTryingThemIsSlow() {
        assertThat(kept("noor")).startsWith("{pbkdf2-sha256}1000$").hasSizeLessThan(255);
        assertThat(kept("noor")).isNotEqualTo(kept("sam"));
    }

    private String kept(String person) {
        return ((UserEntity) identities.createUserQuery().userId(person).singleResult()).getPassword();
    }

    private String counts() {
        return "%d groups, %d people, %d filters, %d grants"
                .formatted(
                        identities.createGroupQuery().count(),
                        identities.createUserQuery().count(),
                        filters.createTaskFilterQuery().count(),
                        authorizations.createAuthorizationQuery().count());
    }
}
