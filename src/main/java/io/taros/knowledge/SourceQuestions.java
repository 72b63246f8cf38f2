package io.taros.knowledge;

import io.taros.bot.Bot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions that a bot's sources ask themselves, word for word; of those that are for
 * everybody.
 */
@Repository
@Transactional(readOnly = true)
public class SourceQuestions {
    /** Pieces looked at for headings: a page of help often holds twenty questions in a few. */
    private static final int MOST = 1_000;

    private static final Pattern HEADING = Pattern.compile("#{1,6} +(\\S.*)");
    private static final Pattern NUMBERED = Pattern.compile("^(?:\\d{1,3}[.)]|Q:)\\s+");
    private static final String FENCE = "```";
    private static final String UNDER = " > ";

    private final JdbcClient jdbc;

    SourceQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param answer as somebody wrote it; none under a heading
     * @param title of the document it stands in
     */
    public record Asked(
            String question, @Nullable String answer, String title, @Nullable String url) {}

    private record Piece(String title, @Nullable String url, String headingPath, String text) {}

    /** Questions with their answers as they were added, oldest first. */
    public List<Asked> pairs(Bot.Id bot, int limit) {
        return jdbc.sql(
                        """
                        select q.question, q.answer, d.title, d.url from question_answer q
                        join source s on s.organization_id = q.organization_id and s.id = q.source_id
                        join document d on d.organization_id = s.organization_id and d.source_id = s.id
                        where s.bot_id = :bot and s.tags = '{}' and d.status = 'READ'
                        order by s.id limit :limit
                        """)
                .param("bot", bot)
                .param("limit", limit)
                .query((row, _) ->
                        new Asked(
                                row.getString("question"),
                                row.getString("answer"),
                                row.getString("title"),
                                row.getString("url")))
                .list();
    }

    /** Titles and headings that end with a question mark, each once, in the order of the pages. */
    public List<Asked> headings(Bot.Id bot) {
        var found = new LinkedHashMap<String, Asked>();
        for (var piece : pieces(bot)) {
            asked(piece)
                    .forEach(question ->
                            found.putIfAbsent(
                                    question,
                                    new Asked(question, null, piece.title(), piece.url())));
        }
        return List.copyOf(found.values());
    }

    private List<Piece> pieces(Bot.Id bot) {
        return jdbc.sql(
                        """
                        select d.title, d.url, p.heading_path, p.text from document d
                        join passage p on p.organization_id = d.organization_id and p.document_id = d.id
                        join source s on s.organization_id = d.organization_id and s.id = d.source_id
                        where d.bot_id = :bot and s.tags = '{}' and p.kind = 'TEXT'
                            and p.standing in ('PUBLISHED', 'LEAVING') and (p.heading_path like '%?%' or d.title like '%?'
                            or (p.text like '%#%?%' and p.text ~ '(^|\\n)#{1,6} [^\\n]*\\?'))
                        order by d.id, p.position limit :most
                        """)
                .param("bot", bot)
                .param("most", MOST)
                .query((row, _) ->
                        new Piece(
                                row.getString("title"),
                                row.getString("url"),
                                row.getString("heading_path"),
                                row.getString("text")))
                .list();
    }

    private static List<String> asked(Piece piece) {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(piece.title()),
                                Stream.of(piece.headingPath().split(Pattern.quote(UNDER)))),
                        inside(piece.text()))
                .map(heading ->
                        NUMBERED.matcher(heading.replace("**", "").strip()).replaceFirst(""))
                .filter(SourceQuestions::asks)
                .toList();
    }

    /** What looks like a heading among lines of code is a remark. */
    private static Stream<String> inside(String text) {
        var isCode = new boolean[1];
        return text.lines()
                .filter(line -> {
                    isCode[0] ^= line.startsWith(FENCE);
                    return !isCode[0];
                })
                .map(HEADING::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    /** "Questions?" and "Need help?" ask nothing that could be answered. */
    private static boolean asks(String heading) {
        return heading.endsWith("?") && heading.split("\\s+").length > 2;
    }
}
