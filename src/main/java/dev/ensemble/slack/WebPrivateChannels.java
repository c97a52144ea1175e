package dev.ensemble.slack;

import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dev.ensemble.slack.Answers.RefusedWith;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Private channels by Slack's Web API. */
class WebPrivateChannels implements PrivateChannels {

    private static final int PAGE = 200;
    private static final Set<String> IS_IN = Set.of("already_in_channel", "cant_invite_self");

    private final WebApi slack;

    WebPrivateChannels(WebApi slack) {
        this.slack = slack;
    }

    @Override
    public Optional<String> open(String name) {
        try {
            var opened = slack.ask(
                            "conversations.create",
                            methods -> methods.conversationsCreate(
                                    request -> request.name(name).isPrivate(true)))
                    .getChannel();
            if (!opened.isPrivate()) {
                throw new SlackRefused("Slack has made the channel #%s for everybody.".formatted(opened.getName()));
            }
            return Optional.of(opened.getId());
        } catch (RefusedWith e) {
            if (!e.code().equals("name_taken")) {
                throw e;
            }
            return Optional.of(ours(name).orElseThrow(() -> e));
        }
    }

    @Override
    public boolean isPrivate(String channel) {
        try {
            var known = slack.ask(
                            "conversations.info",
                            methods -> methods.conversationsInfo(request -> request.channel(channel)))
                    .getChannel();
            return known.isPrivate() && known.isMember() && !known.isArchived() && !isShared(known);
        } catch (RefusedWith e) {
            if (e.code().equals("channel_not_found")) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean invite(String channel, String mail) {
        var person = person(mail);
        person.ifPresent(id -> letIn(channel, id));
        return person.isPresent();
    }

    private Optional<String> person(String mail) {
        try {
            return Optional.of(slack.ask(
                            "users.lookupByEmail",
                            methods -> methods.usersLookupByEmail(request -> request.email(mail)))
                    .getUser()
                    .getId());
        } catch (RefusedWith e) {
            if (e.code().equals("users_not_found")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void letIn(String channel, String person) {
        try {
            slack.ask(
                    "conversations.invite",
                    methods -> methods.conversationsInvite(
                            request -> request.channel(channel).users(List.of(person))));
        } catch (RefusedWith e) {
            if (!IS_IN.contains(e.code())) {
                throw e;
            }
        }
    }

    /** Another's channel of the same name has members whom we do not know. */
    private Optional<String> ours(String name) {
        var we = slack.ask("auth.test", methods -> methods.authTest(request -> request))
                .getUserId();
        return slack.first("the private channel", cursor -> {
            var page = slack.ask(
                    "conversations.list",
                    methods -> methods.conversationsList(
                            request -> request.types(List.of(ConversationType.PRIVATE_CHANNEL))
                                    .excludeArchived(true)
                                    .limit(PAGE)
                                    .cursor(cursor)));
            var found = page.getChannels().stream()
                    .filter(channel -> name.equals(channel.getName()) && we.equals(channel.getCreator()))
                    .map(Conversation::getId)
                    .findFirst();
            return new Pages.Page<>(found, page.getResponseMetadata());
        });
    }

    private static boolean isShared(Conversation channel) {
        return channel.isExtShared() || channel.isPendingExtShared();
    }
}
