package io.taros.notification;

import io.taros.bot.Bot;
import io.taros.platform.web.BadInput;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an organization decides about a channel.
 *
 * @param url absent where the address stays as it is
 * @param bot absent for all
 * @param tellsContent whether what was said is told, too
 */
public record ChannelSettings(
        String name,
        @Nullable String url,
        Set<Event> events,
        Bot.@Nullable Id bot,
        boolean tellsContent) {
    private static final int MAX_NAME = 80;
    private static final int MAX_URL = 2_000;

    public ChannelSettings {
        name = name.strip();
        events = Set.copyOf(events);
    }

    /** For a channel that is told of nothing but handovers. */
    public static ChannelSettings of(String name, String url) {
        return new ChannelSettings(name, url, Set.of(Event.HANDOVER), null, false);
    }

    /**
     * @throws BadInput if it does not suit a channel of this kind
     */
    void check(Channel.Kind kind) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new BadInput("name", "notification.input.name", MAX_NAME);
        }
        if (events.isEmpty()) {
            throw new BadInput("events", "notification.input.events");
        }
        if (!Event.choices(kind).containsAll(events)) {
            throw new BadInput("events", "notification.input.not-in-a-chat");
        }
        if (tellsContent && kind != Channel.Kind.WEBHOOK) {
            throw new BadInput("content", "notification.input.content-in-a-chat");
        }
    }

    /** In the order they are listed in. */
    List<String> eventNames() {
        return events.stream().sorted().map(Enum::name).toList();
    }

    static URI address(String url) {
        try {
            var address = URI.create(url.strip());
            var isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (isWeb && address.getHost() != null && url.length() <= MAX_URL) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new BadInput("url", "notification.input.url");
    }
}
