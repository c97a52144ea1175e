package dev.ensemble;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real headless Chromium: the one that is installed, else Debian's, which is then installed. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Milliseconds; a busy machine is many times slower, and waiting ends with what is waited for. */
    private static final double PATIENCE = 180_000;

    private static final int TIMES = 6;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(QUIET));

    /** A page of somebody who has not been here before. */
    public Page page() {
        var page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))
                .newPage();
        page.setDefaultTimeout(PATIENCE);
        return page;
    }

    /**
     * The webapps ask for much at once, and now and then go on waiting for an answer that they had: then people load the page
     * again.
     *
     * @param doing begins with loading the page
     */
    public static void patiently(Page page, Runnable doing) {
        page.setDefaultTimeout(PATIENCE / TIMES);
        try {
            for (var left = TIMES; ; left--) {
                try {
                    doing.run();
                    return;
                } catch (TimeoutError e) {
                    if (left == 1) {
                        throw e;
                    }
                }
            }
        } finally {
            page.setDefaultTimeout(PATIENCE);
        }
    }

    /** What axe finds wrong with a page. */
    public static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Rule::getId).toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        return installed()
                .or(Chromium::install)
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium here, and no apt-get to install Debian's: put chromium on the PATH."));
    }

    private static Optional<Path> installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static synchronized Optional<Path> install() {
        run("apt-get", "update");
        run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
        return installed();
    }

    private static void run(String... command) {
        var whole = Stream.concat(
                        System.getProperty("user.name").equals("root") ? Stream.empty() : Stream.of("sudo", "-n"),
                        Arrays.stream(command))
                .toList();
        try {
            new ProcessBuilder(whole).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
