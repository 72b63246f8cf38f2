package io.taros.conversation;

import io.taros.bot.Bot;
import io.taros.handover.Availability;
import io.taros.platform.web.Texts;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What whoever waits for a person is told to expect: what is so at that moment, and no more. */
@Component
public class Expectations {
    private static final String TEXT = "conversation.visitor.handover.";

    private final Availability availability;
    private final Conversations conversations;
    private final MessageSource texts;

    Expectations(Availability availability, Conversations conversations, MessageSource texts) {
        this.availability = availability;
        this.conversations = conversations;
        this.texts = texts;
    }

    /** In the visitor's own time, where it is known. */
    FeedData.Handover of(Conversation.Id id, HandoverReason reason, String language) {
        var conversation = conversations.get(id);
        var now = availability.of(conversation.botId());
        return FeedData.Handover.of(
                reason,
                text(now, language, zone(conversation.timeZone())),
                now.kind() == Availability.Kind.THERE);
    }

    /** Before anybody has said where they are; empty while somebody is there. */
    public Optional<String> whereNobodyIs(Bot.Id bot, String language) {
        return Optional.of(availability.of(bot))
                .filter(now -> now.kind() != Availability.Kind.THERE)
                .map(now -> text(now, language, null));
    }

    private String text(Availability.Now now, String language, @Nullable ZoneId reader) {
        var said = new Texts(texts, Locale.forLanguageTag(language));
        var opens = now.opens();
        return switch (now.kind()) {
            case THERE -> said.get(TEXT + "there");
            case NOBODY_THERE -> said.get(TEXT + "nobody");
            case CLOSED ->
                    opens == null
                            ? said.get(TEXT + "nobody")
                            : said.get(
                                    TEXT + "closed",
                                    day(opens, reader, said.locale()),
                                    time(opens, reader, said.locale()));
        };
    }

    private static String day(ZonedDateTime opens, @Nullable ZoneId reader, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(in(reader, opens));
    }

    private static String time(ZonedDateTime opens, @Nullable ZoneId reader, Locale locale) {
        var time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(in(reader, opens));
        return reader == null
                ? time + DateTimeFormatter.ofPattern(" z", locale).format(opens)
                : time;
    }

    private static ZonedDateTime in(@Nullable ZoneId reader, ZonedDateTime time) {
        return reader == null ? time : time.withZoneSameInstant(reader);
    }

    /** As a browser called it; none where we know no such zone. */
    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
