package dev.ensemble.slack;

import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.ensemble.operate.Reach;
import dev.ensemble.slack.Answers.Call;
import dev.ensemble.slack.Answers.RefusedWith;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's Web API: asked when it lets us, and what became of the last call is noted. */
class WebApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebApi.class);

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_READ = Duration.ofSeconds(5);
    private static final Duration TO_WRITE = Duration.ofSeconds(5);
    private static final Duration IN_ALL = Duration.ofSeconds(10);

    private final com.slack.api.Slack library;
    private final MethodsClient slack;
    private final Pace pace;
    private final Pages pages;
    private final Reach reach;

    /** @param now in nanoseconds, from any beginning */
    WebApi(SlackProperties settings, Reach reach, Pace pace, LongSupplier now) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl());
        config.setStatsEnabled(false);
        // The library's own would write texts to the log.
        config.setHttpClientResponseHandlers(new ArrayList<>());
        var http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                // OkHttp would post again, silently, where a connection is cut: two messages for one.
                .retryOnConnectionFailure(false)
                .connectTimeout(TO_CONNECT)
                .readTimeout(TO_READ)
                .writeTimeout(TO_WRITE)
                .callTimeout(IN_ALL)
                .build();
        library = com.slack.api.Slack.getInstance(config, new SlackHttpClient(http));
        slack = library.methods(settings.botToken());
        this.pace = pace;
        pages = new Pages(now);
        this.reach = reach;
    }

    /**
     * Asks one method.
     *
     * @throws SlackBusy when it asks for a pause, or one that it asked for is not over
     * @throws SlackRefused when it says no
     * @throws SlackUnreachable when it did not answer, or not so that anybody could understand it
     */
    <T extends SlackApiTextResponse> T ask(String method, Call<T> call) {
        pace.checkMayAsk();
        try {
            var answer = Answers.ask(slack, method, call);
            reach.answered();
            return answer;
        } catch (SlackBusy e) {
            pace.waitFor(e.retryAfter());
            LOG.info("Slack asks for a pause of {} s before {}.", e.retryAfter().toSeconds(), method);
            throw e;
        } catch (SlackUnreachable e) {
            reach.away(e.getMessage());
            throw e;
        } catch (RefusedWith e) {
            if (e.isOfTheToken()) {
                reach.refused(e.getMessage());
            } else {
                reach.answered();
            }
            throw e;
        }
    }

    /**
     * Looks through what Slack lists page by page.
     *
     * @param what is looked for, for messages
     * @param page by its cursor, {@code null} for the first
     */
    <T> Optional<T> first(String what, Function<String, Pages.Page<T>> page) {
        return pages.first(what, page);
    }

    @Override
    public void close() throws Exception {
        library.close();
    }
}
