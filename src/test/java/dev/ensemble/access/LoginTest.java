package dev.ensemble.access;

import static dev.ensemble.Browser.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People log in once, for everything. */
@EnsembleTest
class LoginTest {

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identities;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void asksForALoginBeforeAnyPage() {
        assertThat(where(browser.get("/", "Accept", "text/html"))).isEqualTo("/login");
        assertThat(where(browser.get("/camunda/app/tasklist/default/", "Accept", "text/html")))
                .isEqualTo("/login");
        assertThat(where(browser.get("/nothing-here", "Accept", "text/html"))).isEqualTo("/login");
    }

    @Test
    void tellsTheWebappsScriptsPlainlyThatNobodyIsLoggedIn() {
        var answer = browser.get("/camunda/api/engine/engine/default/task");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void takesAResponderToTheTasklist() {
        var answer = browser.login("noor", "ensemble");
        assertThat(where(answer)).isEqualTo("/camunda/app/tasklist/default/");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"noor\"");
        assertThat(where(browser.get("/"))).isEqualTo("/camunda/app/tasklist/default/");
        assertThat(where(browser.get("/login"))).isEqualTo("/");
        assertThat(browser.get("/nothing-here").statusCode()).isEqualTo(404);
    }

    @Test
    void takesSomebodyWhereTheyWanted() {
        browser.get("/camunda/app/cockpit/default/", "Accept", "text/html");
        assertThat(where(browser.login("noor", "ensemble"))).startsWith("/camunda/app/cockpit/default/");
    }

    @Test
    void saysWhatIsWrongWithoutSayingWhich() {
        assertThat(where(browser.login("noor", "guess"))).isEqualTo("/login?wrong");
        assertThat(where(browser.login("nobody", "guess"))).isEqualTo("/login?wrong");
        var page = browser.get("/login?wrong").body();
        assertThat(page)
                .contains("lang=\"en\"", "<title>Error:", "role=\"alert\"", "<label for=\"username\">")
                .contains("autocomplete=\"username\"", "autocomplete=\"current-password\"")
                .doesNotContain("http://", "https://");
    }

    @Test
    void knowsNobodyWhoseNameNoDatabaseCouldKeep() {
        assertThat(where(browser.login("no\0or", "guess"))).isEqualTo("/login?wrong");
    }

    @Test
    void givesANewSessionAndKeepsScriptsFromIt() {
        browser.get("/login");
        var before = browser.cookie("JSESSIONID");
        var answer = browser.login("noor", "ensemble");
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void takesNoLoginFromAnotherSite() {
        var answer = browser.send(browser.form("/login", Map.of("username", "noor", "password", "ensemble"))
                .build());
        assertThat(where(answer)).isEqualTo("/login");
        assertThat(where(browser.get("/", "Accept", "text/html"))).isEqualTo("/login");
    }

    @Test
    void endsTheSessionWhenAWebappLogsOut() {
        browser.login("noor", "ensemble");
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(where(browser.get("/camunda/app/tasklist/default/", "Accept", "text/html")))
                .isEqualTo("/login");
    }

    @Test
    void leadsFromAWebappsOwnLoginToOurs() {
        browser.login("noor", "ensemble");
        for (var app : new String[] {"tasklist", "cockpit", "admin", "welcome"}) {
            assertThat(browser.get("/camunda/app/%s/scripts/config.js".formatted(app))
                            .body())
                    .contains("/signed-out.js");
        }
        assertThat(browser.get("/camunda/app/ensemble/signed-out.js").body()).contains("'/login'");
    }

    @Test
    void refusesTheSixthGuessWhateverAddressItClaimsAndNobodyElse() {
        add("guessed-at");
        for (var guess = 1; guess <= 5; guess++) {
            assertThat(where(browser.login("guessed-at", "guess " + guess, "X-Forwarded-For", "203.0.113." + guess)))
                    .isEqualTo("/login?wrong");
        }
        var answer = browser.login("guessed-at", "ensemble", "X-Forwarded-For", "203.0.113.6");
        assertThat(where(answer)).startsWith("/login?wait=");
        var page = browser.get(where(answer));
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("Too many tries", "role=\"alert\"");
        assertThat(where(browser.login("rosa", "ensemble"))).isEqualTo("/camunda/app/tasklist/default/");
    }

    @Test
    void refusesTooManyGuessesOfMachinesTooEvenWhileItRemembersThePassword() {
        add("guessed-by-machines");
        assertThat(basic("ensemble")).isEqualTo(200);
        for (var guess = 1; guess <= 5; guess++) {
            assertThat(basic("guess " + guess)).isEqualTo(401);
        }
        assertThat(basic("ensemble")).isEqualTo(429);
    }

    private int basic(String password) {
        return browser.get("/engine-rest/task", "Authorization", Browser.basic("guessed-by-machines", password))
                .statusCode();
    }

    /** Somebody whom no other test needs: at this address nobody gets in by their name for a while. */
    private void add(String person) {
        var guessed = identities.newUser(person);
        guessed.setPassword("ensemble");
        identities.saveUser(guessed);
    }
}
