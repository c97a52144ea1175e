package dev.ensemble;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tasklist in a browser, as one person sees it. */
final class Tasklist {

    private final Page page;
    private final String address;

    private Tasklist(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    static Tasklist of(Chromium chromium, int port, String person) {
        var tasklist = new Tasklist(chromium.page(), "http://localhost:" + port);
        tasklist.logIn(person);
        return tasklist;
    }

    private void logIn(String person) {
        page.navigate(address + "/");
        page.getByLabel("User name").fill(person);
        page.getByLabel("Password").fill("ensemble");
        page.getByText("Log in", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("All open tasks").first().waitFor();
    }

    /** Opens a task of an incident from one of the filters. */
    Page open(Walk walk, String filter, String task) {
        var name = "%s Figgy: %s".formatted(walk.id(), task);
        search(walk, filter);
        page.locator(".tasks-list").getByText(name).first().click();
        page.locator(".task-details").getByText(name).first().waitFor();
        return page;
    }

    /** What says that a filter has no task of an incident. */
    Locator emptyFor(Walk walk, String filter) {
        search(walk, filter);
        return page.getByText("No task matching filters found").first();
    }

    private void search(Walk walk, String filter) {
        var search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(walk.id());
        page.navigate("about:blank");
        page.navigate(address + "/camunda/app/tasklist/default/#/?searchQuery="
                + URLEncoder.encode(search, StandardCharsets.UTF_8));
        page.locator(".task-filters").getByText(filter).first().click();
    }

    void claim() {
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
    }

    /** Takes a task from whoever it is given to. */
    void claimFromAnother() {
        page.locator(".task-details .glyphicon-remove").first().click();
        claim();
    }

    void complete() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();
    }

    /** What axe finds wrong inside the form, which is ours; the frame around it is Camunda's. */
    List<String> axe() {
        return new AxeBuilder(page)
                .include("form[name=form]").analyze().getViolations().stream()
                        .map(Rule::getId)
                        .toList();
    }
}
