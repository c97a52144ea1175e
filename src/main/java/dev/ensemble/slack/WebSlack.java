package dev.ensemble.slack;

import dev.ensemble.operate.Reach;
import dev.ensemble.slack.Answers.RefusedWith;
import java.util.function.LongSupplier;

/** Slack by its Web API. */
class WebSlack implements Slack, AutoCloseable {

    private final Pace pace;
    private final WebApi slack;
    private final Channels channels;
    private final Marks marks;

    WebSlack(SlackProperties settings, Reach reach) {
        this(settings, reach, System::nanoTime);
    }

    /** @param now in nanoseconds, from any beginning */
    WebSlack(SlackProperties settings, Reach reach, LongSupplier now) {
        pace = new Pace(settings.pause(), now);
        slack = new WebApi(settings, reach, pace, now);
        channels = new Channels(slack);
        marks = new Marks(slack);
    }

    /** Whether it lets us in, which is noted. */
    void look() {
        try {
            slack.ask("auth.test", methods -> methods.authTest(request -> request));
        } catch (SlackBusy | SlackRefused | SlackUnreachable e) {
            // It has been noted.
        }
    }

    @Override
    public void checkMaySay(String channel) {
        pace.checkMaySay(channels.id(channel));
    }

    @Override
    public Posted post(Post post) {
        var channel = channels.id(post.channel());
        try (var turn = pace.turn(channel)) {
            return marks.said(post, channel).orElseGet(() -> say(post, channel));
        } catch (RefusedWith e) {
            channels.forget(channel, e);
            throw e;
        }
    }

    @Override
    public void update(Posted where, String text) {
        var channel = channels.id(where.channel());
        try (var turn = pace.turn(channel)) {
            slack.ask(
                    "chat.update",
                    methods -> methods.chatUpdate(request -> request.channel(channel)
                            .ts(where.ts())
                            .text(Sections.fallback(text))
                            .blocks(Sections.blocks(text))));
        }
    }

    @Override
    public void change(Post tried, String text) {
        var channel = channels.id(tried.channel());
        marks.said(tried, channel).ifPresent(standing -> update(standing, text));
    }

    WebApi api() {
        return slack;
    }

    @Override
    public void close() throws Exception {
        slack.close();
    }

    private Posted say(Post post, String channel) {
        var answer = slack.ask(
                "chat.postMessage",
                methods -> methods.chatPostMessage(request -> request.channel(channel)
                        .threadTs(post.thread())
                        .text(Sections.fallback(post.text()))
                        .blocks(Sections.blocks(post.text()))
                        .metadata(Marks.of(post))
                        .mrkdwn(true)
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
        return new Posted(answer.getChannel(), answer.getTs());
    }
}
