package dev.ensemble.slack;

import java.util.Optional;

/** Channels that nobody sees but their members. Every call may end as those of {@link Slack} may. */
public interface PrivateChannels {

    /**
     * Opens a channel. One that an earlier try has opened is found and not opened again.
     *
     * @param name that no other channel has
     * @return its id; empty where there is no Slack
     */
    Optional<String> open(String name);

    /** Whether it is for its members alone, none of them from another organisation, and we are one. */
    boolean isPrivate(String channel);

    /**
     * Lets somebody in; nothing happens where they are in already.
     *
     * @param mail their address
     * @return whether Slack knows them
     */
    boolean invite(String channel, String mail);
}
