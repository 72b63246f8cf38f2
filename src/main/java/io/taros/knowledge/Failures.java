package io.taros.knowledge;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pages of a source that could not be read, by reason: a site has many pages and few faults.
 */
@Repository
@Transactional(readOnly = true)
public class Failures {
    private static final int REASONS = 50;
    private static final int ADDRESSES = 100;

    private final JdbcClient jdbc;
    private final Sentence sentence;

    Failures(JdbcClient jdbc, Sentence sentence) {
        this.jdbc = jdbc;
        this.sentence = sentence;
    }

    /** The most frequent first. */
    public List<Failure> of(Source.Id source, Locale locale) {
        return jdbc.sql(
                        """
                        select problem, problem_arguments, count(*) as pages,
                            array_agg(coalesce(url, title) order by id) as addresses
                        from document
                        where source_id = :source and status = 'FAILED' and problem is not null
                        group by problem, problem_arguments
                        order by pages desc, min(id::text) limit :reasons
                        """)
                .param("source", source)
                .param("reasons", REASONS)
                .query((row, number) ->
                        new Failure(
                                sentence.of(
                                        new Problem(
                                                row.getString("problem"),
                                                SourceRows.strings(row, "problem_arguments")),
                                        locale),
                                row.getInt("pages"),
                                SourceRows.strings(row, "addresses").stream()
                                        .limit(ADDRESSES)
                                        .toList()))
                .list();
    }
}
