package io.taros.improve;

import io.taros.knowledge.NewSource;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.platform.rights.HeldRecord;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalRecords;
import io.taros.platform.rights.PersonalTraces;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What became of somebody's questions. The answer that was written for everybody is the
 * organization's, and stays, unless it names them.
 */
@Repository
class ImprovementTraces implements PersonalRecords, PersonalTraces {
    private record Decided(UUID questionId, @Nullable UUID sourceId, Instant decidedAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Sources sources;

    ImprovementTraces(JdbcClient jdbc, TransactionTemplate transactions, Sources sources) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.sources = sources;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind(
                        "improvements",
                        List.of("messageId", "answeredBy", "namesThem"),
                        this::read));
    }

    private void read(Person person, Consumer<HeldRecord> each) {
        for (var decided : of(person)) {
            var source = sourceOf(decided);
            each.accept(
                    HeldRecord.of(
                            decided.questionId(),
                            decided.decidedAt(),
                            decided.questionId(),
                            source.map(Source::title).orElse(null),
                            source.isPresent() && isNaming(person, source.get())));
        }
    }

    @Override
    public Map<String, Long> forget(Person person) {
        var decided = of(person);
        var named =
                decided.stream()
                        .flatMap(one -> sourceOf(one).stream())
                        .distinct()
                        .filter(source -> isNaming(person, source))
                        .toList();
        named.forEach(source -> sources.erase(source.id()));
        return Map.of("improvement", (long) decided.size(), "source", (long) named.size());
    }

    private List<Decided> of(Person person) {
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                select i.question_id, i.source_id, i.decided_at from improvement i join message m
                                    on m.organization_id = i.organization_id and m.id = i.question_id
                                where m.conversation_id = any(:threads::uuid[]) order by i.decided_at
                                """)
                        .param("threads", person.threads())
                        .query(Decided.class)
                        .list());
    }

    private Optional<Source> sourceOf(Decided decided) {
        return Optional.ofNullable(decided.sourceId()).map(Source.Id::new).flatMap(sources::find);
    }

    private boolean isNaming(Person person, Source source) {
        return sources.pair(source).stream()
                .flatMap(ImprovementTraces::words)
                .anyMatch(person::isNamedIn);
    }

    private static Stream<String> words(NewSource.Qa pair) {
        return Stream.concat(Stream.of(pair.question(), pair.answer()), pair.phrasings().stream());
    }
}
