package dev.ensemble.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who there is, and who belongs to what. What is there already stays as it is. */
@Component
class Membership {

    static final String RESPONDERS = "responders";
    static final String SECURITY = "security";
    static final String ADMINISTRATORS = "camunda-admin";
    static final String PROCESS_OWNERS = "process-owners";

    /** Their names, by id. */
    static final Map<String, String> GROUPS = Map.of(
            RESPONDERS,
            "Responders",
            SECURITY,
            "Security",
            PROCESS_OWNERS,
            "Process owners",
            ADMINISTRATORS,
            "Administrators");

    private final IdentityService identities;

    Membership(IdentityService identities) {
        this.identities = identities;
    }

    /** @param groups may be {@code null} */
    static boolean isAdministrator(List<String> groups) {
        return groups != null && groups.contains(ADMINISTRATORS);
    }

    void group(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() > 0) {
            return;
        }
        var group = identities.newGroup(id);
        group.setName(name);
        group.setType(id.equals(ADMINISTRATORS) ? "SYSTEM" : "WORKFLOW");
        identities.saveGroup(group);
    }

    /** @return false where somebody has this id already */
    boolean person(String id, String firstName, String lastName, String email, String password) {
        if (identities.createUserQuery().userId(id).count() > 0) {
            return false;
        }
        var person = identities.newUser(id);
        person.setFirstName(firstName);
        person.setLastName(lastName);
        person.setEmail(email);
        person.setPassword(password);
        identities.saveUser(person);
        return true;
    }

    void add(String person, List<String> groups) {
        for (var group : groups) {
            if (identities.createUserQuery().userId(person).memberOfGroup(group).count() == 0) {
                identities.createMembership(person, group);
            }
        }
    }
}
