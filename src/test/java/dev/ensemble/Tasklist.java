package dev.ensemble;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.TriageId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tasklist in a browser, as one person sees it. */
public final class Tasklist {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final Page page;
    private final String address;

    private Tasklist(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    public static Tasklist of(Chromium chromium, int port, String person) {
        var tasklist = new Tasklist(chromium.page(), "http://127.0.0.1:" + port);
        tasklist.logIn(person);
        return tasklist;
    }

    private void logIn(String person) {
        page.navigate(address + "/");
        page.getByLabel("User name").fill(person);
        page.getByLabel("Password").fill("ensemble");
        page.getByText("Log in", exact()).click();
        page.waitForURL(
                url -> !url.contains("/login"), new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
        Chromium.patiently(page, () -> {
            page.navigate("about:blank");
            page.navigate(address + TASKLIST);
            page.getByText("All open tasks").first().waitFor();
        });
    }

    public Page page() {
        return page;
    }

    /** Opens a task of an incident about Figgy from one of the filters. */
    public Page open(Walk walk, String filter, String task) {
        return open(walk.id(), filter, "%s Figgy: %s".formatted(walk.id(), task));
    }

    /** Opens a task from one of the filters, searched by its incident since other tests' tasks fill the list. */
    public Page open(IncidentId incident, String filter, String name) {
        return open(incident.toString(), filter, name);
    }

    /** The same of a triage. */
    public Page open(TriageId triage, String filter, String name) {
        return open(triage.toString(), filter, name);
    }

    private Page open(String incident, String filter, String name) {
        Chromium.patiently(page, () -> {
            search(incident, filter);
            page.locator(".tasks-list").getByText(name).first().click();
            page.locator(".task-details").getByText(name).first().waitFor();
        });
        return page;
    }

    /** One of the filters has no task of an incident. */
    public void findNothing(IncidentId incident, String filter) {
        Chromium.patiently(page, () -> {
            search(incident.toString(), filter);
            page.getByText("No task matching filters found").first().waitFor();
        });
    }

    private void search(String incident, String filter) {
        var search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(incident);
        page.navigate("about:blank");
        page.navigate(address + TASKLIST + "#/?searchQuery=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        page.locator(".task-filters").getByText(filter).first().click();
    }

    public void claim() {
        page.getByText("Claim", exact()).click();
    }

    /** Takes a task from whoever it is given to. */
    public void claimFromAnother() {
        page.locator(".task-details .glyphicon-remove").first().click();
        claim();
    }

    public void complete() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();
    }

    /** What axe finds wrong inside the form, which is ours; the frame around it is Camunda's. */
    public List<String> axe() {
        return new AxeBuilder(page)
                .include("form[name=form], .fjs-container").analyze().getViolations().stream()
                        .map(Rule::getId)
                        .toList();
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
