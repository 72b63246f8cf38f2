package io.taros.knowledge;

import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.search.DocumentId;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passages of a document, laid out anew whenever it is read or somebody decides something about
 * one. A passage that reads as it did keeps its id, so that who cites it is not forgotten.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PassageRows {
    /** Of each position the one that says what was read. */
    private static final String READ =
            """
            select distinct on (p.position) p.id, p.kind, p.position, p.heading_path, p.language, p.answer,
                coalesce(p.read_text, p.text) as text
            from passage p where p.document_id = :document and p.position > :after
            order by p.position, (p.standing = 'DRAFT') limit :limit
            """;

    private final JdbcClient jdbc;
    private final MendRows mends;
    private final Ids ids;

    PassageRows(JdbcClient jdbc, MendRows mends, Ids ids) {
        this.jdbc = jdbc;
        this.mends = mends;
        this.ids = ids;
    }

    private enum Standing {
        PUBLISHED,
        DRAFT,
        LEAVING,
        EXCLUDED
    }

    private record Place(PassageId id, int position, Reading.Piece piece) {}

    private record Row(PassageId id, Place place, Standing standing, String text) {
        Reading.Piece taught() {
            var piece = place.piece();
            return new Reading.Piece(piece.headingPath(), text, piece.answer(), piece.language());
        }

        @Nullable String read() {
            return text.equals(place.piece().text()) ? null : place.piece().text();
        }
    }

    private record Said(String text, @Nullable String answer) {}

    void replace(DocumentId document, Reading reading) {
        Map<Said, Deque<PassageId>> known = known(document);
        List<Place> places = new ArrayList<>();
        for (Reading.Piece piece : reading.pieces()) {
            var said = new Said(piece.text(), piece.answer());
            var same = known.getOrDefault(said, new ArrayDeque<>()).poll();
            places.add(new Place(same == null ? nextId() : same, places.size(), piece));
        }
        write(document, reading.title(), places);
    }

    /** After something was decided about what was read. */
    void lay(DocumentId document) {
        List<Place> places =
                read(document, ReadPassage.BEFORE_THE_FIRST, Integer.MAX_VALUE, PassageRows::place);
        title(document).ifPresent(title -> write(document, title, places));
    }

    void remove(DocumentId document) {
        jdbc.sql("delete from passage where document_id = :id").param("id", document).update();
    }

    /** In the order of the document, from the one after this position. */
    List<ReadPassage> list(DocumentId document, int after, int limit) {
        var decided = decided(document);
        return read(document, after, limit, PassageRows::place).stream()
                .map(place -> decided.about(place))
                .toList();
    }

    Optional<ReadPassage> find(DocumentId document, PassageId id) {
        return position(document, id)
                .flatMap(position -> list(document, position - 1, 1).stream().findFirst());
    }

    /** Not where it is only lent to those bots that whoever asks may see. */
    Optional<DocumentId> document(PassageId id) {
        return jdbc.sql(
                        """
                        select p.document_id from passage p
                        join document d on d.organization_id = p.organization_id and d.id = p.document_id
                        where p.id = :id and taros_sees_bot(d.bot_id)
                        """)
                .param("id", id)
                .query((row, _) -> new DocumentId(row.getObject(1, UUID.class)))
                .optional();
    }

    private Optional<Integer> position(DocumentId document, PassageId id) {
        return jdbc.sql("select position from passage where id = :id and document_id = :document")
                .param("id", id)
                .param("document", document)
                .query(Integer.class)
                .optional();
    }

    private void write(DocumentId document, String title, List<Place> places) {
        var decided = decided(document);
        var drafted = drafted(document);
        var rows = new ArrayList<Row>();
        places.forEach(place -> rows.addAll(rows(place, decided, drafted)));
        remove(document);
        insert(document, title, rows);
    }

    /** One that is not of the draft alone, and the draft's where that is another. */
    private List<Row> rows(Place place, Decided decided, Map<String, Deque<PassageId>> drafted) {
        var passage = decided.about(place);
        var now = passage.mend();
        var waiting = passage.waiting();
        var isExcluded = now != null && now.decision() == Mend.Decision.EXCLUDED;
        var standing = waiting == null ? Standing.PUBLISHED : Standing.LEAVING;
        var rows = new ArrayList<Row>();
        rows.add(
                new Row(
                        place.id(),
                        place,
                        isExcluded ? Standing.EXCLUDED : standing,
                        now == null ? passage.text() : now.taught()));
        if (waiting != null && waiting.decision() != Mend.Decision.EXCLUDED) {
            var same = drafted.getOrDefault(passage.text(), new ArrayDeque<>()).poll();
            var id = same == null ? nextId() : same;
            rows.add(new Row(id, place, Standing.DRAFT, waiting.taught()));
        }
        return rows;
    }

    private void insert(DocumentId document, String title, List<Row> rows) {
        List<@Nullable String> read = new ArrayList<>();
        List<@Nullable String> answers = new ArrayList<>();
        for (Row row : rows) {
            read.add(row.read());
            answers.add(row.taught().answer());
        }
        jdbc.sql(
                        """
                        insert into passage (organization_id, id, document_id, kind, position, heading_path, language,
                            text, read_text, answer, standing, embedding_hash)
                        select :organization, id, :document, kind, position, heading_path, language, text, read_text,
                            answer, standing, hash
                        from unnest(:ids::uuid[], :kinds::text[], :positions::int[], :paths::text[], :languages::text[],
                            :texts::text[], :read::text[], :answers::text[], :standings::text[], :hashes::bytea[])
                            as p(id, kind, position, heading_path, language, text, read_text, answer, standing, hash)
                        """)
                .param("organization", Tenancy.organization())
                .param("document", document)
                .param("ids", rows.stream().map(Row::id).toList())
                .param("kinds", rows.stream().map(row -> kind(row.taught())).toList())
                .param("positions", rows.stream().map(row -> row.place().position()).toList())
                .param("paths", rows.stream().map(row -> row.taught().headingPath()).toList())
                .param("languages", rows.stream().map(row -> row.taught().language()).toList())
                .param("texts", rows.stream().map(Row::text).toList())
                .param("read", read)
                .param("answers", answers)
                .param("standings", rows.stream().map(row -> row.standing().name()).toList())
                .param("hashes", rows.stream().map(row -> hash(title, row)).toList())
                .update();
    }

    private static String kind(Reading.Piece piece) {
        return (piece.answer() == null ? Passage.Kind.TEXT : Passage.Kind.QUESTION).name();
    }

    private static byte[] hash(String title, Row row) {
        return Meaning.of(title, row.taught()).hash();
    }

    private Map<Said, Deque<PassageId>> known(DocumentId document) {
        Map<Said, Deque<PassageId>> known = new HashMap<>();
        read(
                document,
                ReadPassage.BEFORE_THE_FIRST,
                Integer.MAX_VALUE,
                row -> {
                    var place = place(row);
                    var piece = place.piece();
                    return known.computeIfAbsent(
                                    new Said(piece.text(), piece.answer()),
                                    any -> new ArrayDeque<>())
                            .add(place.id());
                });
        return known;
    }

    /** What the draft has of its own, by what was read: found until the index has it anew. */
    private Map<String, Deque<PassageId>> drafted(DocumentId document) {
        Map<String, Deque<PassageId>> drafted = new HashMap<>();
        jdbc.sql(
                        """
                        select id, coalesce(read_text, text) as read from passage
                        where document_id = :document and standing = 'DRAFT' order by position
                        """)
                .param("document", document)
                .query(row -> {
                    drafted.computeIfAbsent(row.getString("read"), any -> new ArrayDeque<>())
                            .add(new PassageId(row.getObject("id", UUID.class)));
                });
        return drafted;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(DocumentId document, int after, int limit, Reader<T> reader) {
        return jdbc.sql(READ)
                .param("document", document)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> reader.read(row))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                new PassageId(row.getObject("id", UUID.class)),
                row.getInt("position"),
                new Reading.Piece(
                        row.getString("heading_path"),
                        row.getString("text"),
                        row.getString("answer"),
                        row.getString("language")));
    }

    private Optional<String> title(DocumentId document) {
        return jdbc.sql("select title from document where id = :id")
                .param("id", document)
                .query(String.class)
                .optional();
    }

    private Decided decided(DocumentId document) {
        var all = mends.of(document);
        return new Decided(byText(all, Mend.Standing.PUBLISHED), byText(all, Mend.Standing.DRAFT));
    }

    private static Map<String, Mend> byText(List<Mend> all, Mend.Standing standing) {
        return all.stream()
                .filter(mend -> mend.standing() == standing)
                .collect(Collectors.toMap(Mend::readText, Function.identity()));
    }

    private record Decided(Map<String, Mend> published, Map<String, Mend> waiting) {
        ReadPassage about(Place place) {
            var piece = place.piece();
            return new ReadPassage(
                    place.id(),
                    Passage.Kind.valueOf(kind(piece)),
                    place.position(),
                    piece.headingPath(),
                    piece.text(),
                    piece.answer(),
                    published.get(piece.text()),
                    waiting.get(piece.text()));
        }
    }

    private PassageId nextId() {
        return new PassageId(ids.next());
    }
}
