package dev.ensemble.process;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** People to try the product with. They share a password that everybody can read here, so only the example has them. */
@Component
@Profile("example")
class ExamplePeople {

    private static final String PASSWORD = "ensemble";

    private final Membership membership;

    ExamplePeople(Membership membership) {
        this.membership = membership;
    }

    void join() {
        join("maya", "Maya", "Osei");
        join("noor", "Noor", "Haddad");
        join("ines", "Ines", "Costa");
        join("eli", "Eli", "Brandt");
        join("lena", "Lena", "Novak");
        join("ivo", "Ivo", "Petrov");
        join("rosa", "Rosa", "Lindqvist");
        join("sam", "Sam", "Turner");
        membership.add("maya", List.of(Membership.PROCESS_OWNERS));
        membership.add("ivo", List.of(Membership.SECURITY));
    }

    private void join(String id, String firstName, String lastName) {
        membership.person(id, firstName, lastName, id + "@example.org", PASSWORD);
        membership.add(id, List.of(Membership.RESPONDERS));
    }
}
