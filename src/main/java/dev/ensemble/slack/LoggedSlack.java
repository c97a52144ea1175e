package dev.ensemble.slack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What would be said, written to the log: for a first look, without a Slack. */
class LoggedSlack implements Slack {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedSlack.class);

    @Override
    public void checkMaySay(String channel) {
        // always
    }

    @Override
    public Posted post(Post post) {
        LOG.info(
                "no Slack token: would say in {}{}:\n{}",
                post.channel(),
                post.thread() == null ? "" : ", below " + post.thread(),
                post.text());
        return Posted.NOWHERE;
    }

    @Override
    public void change(Post tried, String text) {
        // The log is not taken back.
    }

    @Override
    public void update(Posted where, String text) {
        LOG.info("no Slack token: would change {} to:\n{}", where.ts(), text);
    }
}
