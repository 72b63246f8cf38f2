package io.taros.inbox.web;

import io.taros.conversation.Conversation;
import io.taros.conversation.Move;
import io.taros.conversation.Tag;
import io.taros.conversation.VisitorConsent;
import io.taros.conversation.VisitorIdentity;
import io.taros.followup.Following;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.SourceQuote;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation from the first word to the last, and what can be done about it.
 *
 * @param seen the place of the last entry
 * @param query to come back to the same queue
 * @param isRestricted whether it is kept and nothing else, and the reader of those who may look
 * @param brief what whoever takes over reads first, once people see to it
 */
public record ThreadView(
        UUID id,
        String query,
        boolean isRestricted,
        Standing standing,
        @Nullable Brief brief,
        Panel panel,
        List<Entry> entries,
        long seen,
        Composer composer)
        implements View {
    public ThreadView {
        entries = List.copyOf(entries);
    }

    /**
     * @param assignee who sees to it, by name
     * @param colleagues who could
     * @param can which moves the state allows
     */
    public record Standing(
            Conversation.State state,
            Instant since,
            @Nullable String reason,
            @Nullable UUID assigneeId,
            @Nullable String assignee,
            @Nullable Instant snoozedUntil,
            boolean isMine,
            List<Person> colleagues,
            Set<Move.Kind> can,
            Labels labels,
            Teams teams) {
        public Standing {
            colleagues = List.copyOf(colleagues);
            can = Set.copyOf(can);
        }
    }

    /**
     * @param on the tags on it
     * @param others that could be
     */
    public record Labels(List<Tag> on, List<Tag> others) {
        public Labels {
            on = List.copyOf(on);
            others = List.copyOf(others);
        }
    }

    /**
     * @param team to which it is left, by name; none where it is left to everybody
     * @param others to which it could be
     */
    public record Teams(@Nullable String team, List<InboxPage.Choice> others) {
        public Teams {
            others = List.copyOf(others);
        }
    }

    public record Person(UUID id, String name, boolean isPresent) {}

    /**
     * What is known of the visitor and how they came here.
     *
     * @param visitor who it is, where their website said so and signed it
     * @param consent what they agreed to before the first word, where the bot asks for it
     * @param knowledgeTags what the page said of them, with commas; narrows what is answered from
     * @param goneAt when it is deleted, where its lifetime is known
     * @param mail whether replies follow the visitor by mail
     */
    public record Panel(
            String bot,
            @Nullable VisitorIdentity visitor,
            @Nullable VisitorConsent consent,
            List<Contact> contacts,
            @Nullable String pageUrl,
            @Nullable String browser,
            @Nullable String device,
            @Nullable String timeZone,
            String language,
            String knowledgeTags,
            int messages,
            Instant startedAt,
            @Nullable Instant goneAt,
            Following mail) {
        public Panel {
            contacts = List.copyOf(contacts);
        }
    }

    public record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String note,
            @Nullable String consent) {}

    /**
     * What is being written.
     *
     * @param clientId the name of the message to be, so that it is one however often it is sent
     * @param canned texts by shortcut, filled in for this conversation
     */
    public record Composer(
            boolean isNote,
            String draft,
            FormErrors errors,
            boolean othersWereFaster,
            String clientId,
            List<Canned> canned) {
        public Composer {
            canned = List.copyOf(canned);
        }
    }

    public record Canned(String shortcut, String text) {}

    /** Something that happened, with its place. */
    public sealed interface Entry {
        long sequence();

        Instant at();
    }

    /**
     * @param isByMail whether it came as the answer to a mail
     */
    public record Visitor(
            long sequence, String text, List<File> files, boolean isByMail, Instant at)
            implements Entry {
        public Visitor {
            files = List.copyOf(files);
        }
    }

    /**
     * What came with a message.
     *
     * @param address where it is downloaded
     * @param width in pixels; absent of what is no picture
     */
    public record File(
            String address,
            String name,
            long kilobytes,
            @Nullable Integer width,
            @Nullable Integer height) {}

    /**
     * @param question the visitor's message it replies to
     * @param why the key of the sentence that says why it ended so, where that was kept
     * @param choices what was offered where it asked back
     * @param bar absent where no score was kept
     */
    public record Bot(
            long sequence,
            @Nullable UUID question,
            String text,
            Instant at,
            Ending ending,
            @Nullable String why,
            List<String> choices,
            @Nullable ReliabilityBar bar,
            List<SourceQuote> sources)
            implements Entry {
        public Bot {
            choices = List.copyOf(choices);
            sources = List.copyOf(sources);
        }
    }

    public record Human(long sequence, String name, String text, List<File> files, Instant at)
            implements Entry {
        public Human {
            files = List.copyOf(files);
        }
    }

    public record Note(long sequence, String name, String text, List<String> mentions, Instant at)
            implements Entry {
        public Note {
            mentions = List.copyOf(mentions);
        }
    }

    /**
     * @param reason the key of the word for it
     * @param name of the person who did it; absent where none did
     * @param assignee who sees to it from there on
     * @param team to which it is left from there on
     */
    public record Change(
            long sequence,
            Move.Kind kind,
            Conversation.State state,
            @Nullable String reason,
            String actor,
            @Nullable String name,
            @Nullable String assignee,
            @Nullable String team,
            Instant at)
            implements Entry {}

    @Override
    public String template() {
        return "inbox/thread";
    }
}
