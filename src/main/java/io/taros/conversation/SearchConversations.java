package io.taros.conversation;

import io.taros.conversation.Searched.Hit;
import io.taros.conversation.Searched.In;
import io.taros.platform.web.MarkedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks for words in what was said, noted and left, from the latest back. Nothing of it is kept
 * outside its seals, so it is opened for the look: as much as fits into a short time.
 */
@Component
public class SearchConversations {
    private static final Duration TIME = Duration.ofSeconds(2);

    private static final int BATCH = 1_000;

    private final SealedTexts texts;
    private final Seal seal;
    private final Conversations conversations;

    SearchConversations(SealedTexts texts, Seal seal, Conversations conversations) {
        this.texts = texts;
        this.seal = seal;
        this.conversations = conversations;
    }

    /**
     * @param before where to look on; none to begin with the latest
     * @param most so many conversations are enough
     */
    public Searched search(SearchWords words, Set<In> where, @Nullable UUID before, int most) {
        var end = System.nanoTime() + TIME.toNanos();
        var look = new Look(words, where, most);
        var next = before;
        do {
            var rows = texts.before(next, BATCH);
            look.through(rows);
            next = rows.size() < BATCH && !look.isEnough() ? null : look.last();
        } while (next != null && !look.isEnough() && System.nanoTime() < end);
        return look.searched(next);
    }

    private record Match(SealedTexts.Row row, In in, Snippet snippet) {}

    /** One search on its way back. */
    private final class Look {
        private final SearchWords words;
        private final Set<In> where;
        private final int most;
        private final Map<Conversation.Id, List<Match>> found = new LinkedHashMap<>();
        private int looked;
        private SealedTexts.@Nullable Row last;

        Look(SearchWords words, Set<In> where, int most) {
            this.words = words;
            this.where = where;
            this.most = most;
        }

        boolean isEnough() {
            return found.size() >= most;
        }

        @Nullable UUID last() {
            return last == null ? null : last.id();
        }

        void through(List<SealedTexts.Row> rows) {
            for (var row : rows) {
                looked++;
                last = row;
                match(row)
                        .ifPresent(match ->
                                found.computeIfAbsent(row.conversationId(), id -> new ArrayList<>())
                                        .add(match));
                if (isEnough()) {
                    return;
                }
            }
        }

        private Optional<Match> match(SealedTexts.Row row) {
            return switch (row.kind()) {
                case VISITOR -> in(row, "message", In.VISITOR);
                case BOT -> in(row, "message", In.BOT);
                case PERSON -> in(row, "message", In.PERSON);
                case NOTE -> in(row, "note", In.NOTE);
                case LEAD -> contact(row, "lead").or(() -> left(row));
                case CONVERSATION -> contact(row, "visitor_identity").or(() -> page(row));
            };
        }

        private Optional<Match> in(SealedTexts.Row row, String table, In in) {
            return match(row, in, open(row, table, "text", row.sealedText()));
        }

        private Optional<Match> left(SealedTexts.Row row) {
            return match(row, In.CONTACT, open(row, "lead", "note", row.sealedText()));
        }

        private Optional<Match> page(SealedTexts.Row row) {
            return match(row, In.PAGE, open(row, "conversation", "page", row.sealedText()));
        }

        private Optional<Match> contact(SealedTexts.Row row, String table) {
            var name = open(row, table, "name", row.sealedName());
            var email = open(row, table, "email", row.sealedEmail());
            return name == null && email == null
                    ? Optional.empty()
                    : match(
                            row,
                            In.CONTACT,
                            (name == null ? "" : name) + " " + (email == null ? "" : email));
        }

        private Optional<Match> match(SealedTexts.Row row, In in, @Nullable String text) {
            return Optional.ofNullable(text)
                    .filter(said -> where.contains(in))
                    .map(said -> in == In.BOT ? MarkedText.plain(said) : said)
                    .flatMap(words::in)
                    .map(snippet -> new Match(row, in, snippet));
        }

        Searched searched(@Nullable UUID next) {
            var byId =
                    conversations.findAll(List.copyOf(found.keySet())).stream()
                            .collect(Collectors.toMap(Conversation::id, Function.identity()));
            var hits =
                    found.entrySet().stream()
                            .flatMap(one ->
                                    Stream.ofNullable(byId.get(one.getKey()))
                                            .map(conversation -> hit(conversation, one.getValue())))
                            .toList();
            return new Searched(hits, looked, last == null ? null : last.createdAt(), next);
        }

        private static Hit hit(Conversation conversation, List<Match> matches) {
            var latest = matches.getFirst();
            return new Hit(
                    conversation,
                    latest.in(),
                    latest.snippet(),
                    latest.row().sequence(),
                    latest.row().createdAt(),
                    matches.size() - 1);
        }
    }

    private record Place(UUID value) implements io.taros.platform.sql.Id {}

    private @Nullable String open(
            SealedTexts.Row row, String table, String column, byte @Nullable [] sealed) {
        return seal.openField(table, column, new Place(row.id()), sealed);
    }
}
