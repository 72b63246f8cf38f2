package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.knowledge.ColumnRoles.Role;
import io.taros.knowledge.ImportPlan.Fate;
import io.taros.knowledge.ImportPlan.Line;
import io.taros.knowledge.ImportPlan.Mode;
import io.taros.knowledge.Pair.Changed;
import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.Rows;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Refusal;
import io.taros.platform.web.SpreadsheetCell;
import io.taros.platform.web.TooLarge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes pairs from a table. Whoever imports sees first what would become of each line. */
@Component
public class PairImport {
    public static final int MAX_BYTES = 5 << 20;

    private static final int SHOWN = 4;
    private static final int MOST_PAIRS = 20_000;
    private static final String FILE = "file";
    private static final Pattern BETWEEN_WORDINGS = Pattern.compile("\\R|\\s\\|\\s");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern END = Pattern.compile("[\\s?!.:]+$");

    private final Readers readers;
    private final NewSourceRules rules;
    private final PairRows rows;
    private final Pairs pairs;
    private final Sources sources;
    private final TransactionTemplate transactions;

    PairImport(
            Readers readers,
            NewSourceRules rules,
            PairRows rows,
            Pairs pairs,
            Sources sources,
            TransactionTemplate transactions) {
        this.readers = readers;
        this.rules = rules;
        this.rows = rows;
        this.pairs = pairs;
        this.sources = sources;
        this.transactions = transactions;
    }

    /** Names exactly this file. */
    public static String version(byte[] file) {
        return HexFormat.of().formatHex(ContentHash.of(file));
    }

    /**
     * @param columns guessed where nobody has said
     */
    public ImportPlan plan(Bot.Id bot, byte[] file, @Nullable ColumnRoles columns, Mode mode)
            throws InterruptedException {
        if (file.length == 0) {
            throw new BadInput(FILE, "knowledge.input.file-empty");
        }
        if (file.length > MAX_BYTES) {
            throw new TooLarge("knowledge.input.file-large", MAX_BYTES >> 20);
        }
        var table = table(file);
        var chosen = columns == null ? ColumnRoles.guess(table) : columns;
        var body = table.rows().subList(chosen.hasHead() ? 1 : 0, table.rows().size());
        var lines = chosen.isComplete() ? lines(bot, body, chosen, mode) : List.<Line>of();
        var head = table.rows().subList(0, Math.min(SHOWN, table.rows().size()));
        return new ImportPlan(fitting(chosen, table.columns()), head, lines);
    }

    /** All of it or, where something is in the way, nothing. */
    public void run(ImportPlan plan, Confirmation confirmation) {
        transactions.executeWithoutResult(status -> {
            for (var line : plan.lines()) {
                var present = line.present();
                if (line.fate() == Fate.UPDATED && present != null) {
                    change(present, line.words(), confirmation);
                } else if (line.fate() == Fate.ADDED) {
                    sources.add(line.words(), confirmation);
                }
            }
        });
    }

    private void change(Pair seen, NewSource.Qa words, Confirmation confirmation) {
        switch (pairs.change(seen.id(), seen.version(), words, confirmation)) {
            case Changed.Saved _ -> {}
            case Changed.Clash _, Changed.Known _ ->
                    throw new BadInput(FILE, "knowledge.import.changed", seen.words().question());
        }
    }

    private Rows.Found table(byte[] file) throws InterruptedException {
        return switch (readers.rows(file, FILE)) {
            case Rows.Found found -> found;
            case Rows.Unreadable(var problem) ->
                    throw new BadInput(
                            FILE, problem.messageKey(), Rows.MOST - 1, Rows.MOST_COLUMNS);
        };
    }

    /** Somebody may say what columns hold that another file had. */
    private static ColumnRoles fitting(ColumnRoles chosen, int columns) {
        var roles =
                Stream.concat(chosen.roles().stream(), Stream.generate(() -> Role.NONE))
                        .limit(columns)
                        .toList();
        return new ColumnRoles(roles, chosen.hasHead());
    }

    private List<Line> lines(Bot.Id bot, List<Rows.Row> body, ColumnRoles columns, Mode mode) {
        var present = present(bot);
        var earlier = new HashMap<String, Integer>();
        var lines = new ArrayList<Line>();
        for (var row : body) {
            var words = words(bot, row, columns);
            var key = key(words.question());
            var first = earlier.get(key);
            if (first != null) {
                var twice = new BadInput(FILE, "knowledge.import.twice", first);
                lines.add(wrong(row.line(), words, twice));
                continue;
            }
            var line = line(row.line(), words, present.getOrDefault(key, List.of()), columns, mode);
            lines.add(line);
            if (line.fate() != Fate.WRONG && !key.isEmpty()) {
                earlier.put(key, row.line());
            }
        }
        return lines;
    }

    private Line line(
            int number, NewSource.Qa read, List<Pair> same, ColumnRoles columns, Mode mode) {
        var present = same.isEmpty() ? null : same.getFirst();
        // A table without other ways to ask says nothing about those that are known.
        var words =
                present == null || columns.holds(Role.WORDINGS)
                        ? read
                        : new NewSource.Qa(
                                read.bot(),
                                read.question(),
                                present.words().phrasings(),
                                read.answer());
        try {
            var clean = rules.check(words).qa();
            if (present == null) {
                return new Line(number, words, Fate.ADDED, null, null);
            }
            if (same.stream().anyMatch(pair -> pair.words().equals(clean))) {
                return new Line(number, words, Fate.KNOWN, present, null);
            }
            return mode == Mode.UPDATE
                    ? new Line(number, words, Fate.UPDATED, present, null)
                    : wrong(number, words, new BadInput(FILE, "knowledge.import.exists"));
        } catch (BadInput | TooLarge refused) {
            return wrong(number, words, refused);
        }
    }

    private static Line wrong(int number, NewSource.Qa words, Refusal why) {
        return new Line(number, words, Fate.WRONG, null, why);
    }

    private Map<String, List<Pair>> present(Bot.Id bot) {
        return rows.list(bot, Pair.Sought.ALL, 0, MOST_PAIRS).stream()
                .filter(pair -> pair.standing() != Source.Standing.LEAVING)
                .collect(Collectors.groupingBy(pair -> key(pair.words().question())));
    }

    private static NewSource.Qa words(Bot.Id bot, Rows.Row row, ColumnRoles columns) {
        return new NewSource.Qa(
                bot,
                text(columns, Role.QUESTION, row),
                columns.cells(Role.WORDINGS, row)
                        .flatMap(cell -> Arrays.stream(BETWEEN_WORDINGS.split(cell)))
                        .map(wording -> SpreadsheetCell.unmarked(wording.strip()))
                        .filter(wording -> !wording.isEmpty())
                        .toList(),
                text(columns, Role.ANSWER, row));
    }

    private static String text(ColumnRoles columns, Role role, Rows.Row row) {
        return columns.cells(role, row)
                .findFirst()
                .map(SpreadsheetCell::unmarked)
                .map(String::strip)
                .orElse("");
    }

    /** What two questions share that differ in nothing but case, spaces and their last sign. */
    static String key(String question) {
        var squeezed = SPACE.matcher(question.strip()).replaceAll(" ");
        return END.matcher(squeezed).replaceFirst("").toLowerCase(Locale.ROOT);
    }
}
