package io.taros.analytics.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.analytics.Cut;
import io.taros.analytics.Tally;
import io.taros.analytics.Waits;
import io.taros.analytics.Weeks;
import io.taros.platform.web.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What conversations had in common, for a spreadsheet. */
final class WeeksCsv {
    private static final String REST = "(other)";
    private static final List<String> COLUMNS =
            List.of(
                    "kind",
                    "name",
                    "conversations",
                    "answered",
                    "asked_back",
                    "handed_over",
                    "seconds");

    private WeeksCsv() {}

    /**
     * @param tags their names by id
     */
    static String of(Weeks weeks, Map<String, String> tags) {
        var out = new StringWriter();
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(COLUMNS);
            for (var kind : Tally.Kind.values()) {
                write(csv, kind, weeks, tags);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(
            CsvWriter csv, Tally.Kind kind, Weeks weeks, Map<String, String> tags) {
        switch (kind) {
            case FIRST_REPLY -> write(csv, kind, weeks.firstReply());
            case SETTLED -> write(csv, kind, weeks.settled());
            case LANGUAGE, PAGE, HANDOVER, ENDING ->
                    write(csv, kind, weeks.cut(kind), UnaryOperator.identity());
            case TAG -> write(csv, kind, weeks.cut(kind), id -> tags.getOrDefault(id, id));
            case CHAT_RATING, ANSWER_RATING -> {
                write(csv, kind, "content", weeks.contentOnes(kind));
                write(csv, kind, "all", weeks.cut(kind).total());
            }
        }
    }

    /** Never score by score: who gave the lowest may be one. */
    private static void write(CsvWriter csv, Tally.Kind kind, String name, int conversations) {
        if (conversations > 0) {
            write(csv, kind, name, new Tally(conversations, 0, 0, 0));
        }
    }

    private static void write(
            CsvWriter csv, Tally.Kind kind, Cut cut, UnaryOperator<String> naming) {
        cut.groups().forEach(group -> write(csv, kind, naming.apply(group.name()), group.tally()));
        if (cut.rest().conversations() > 0) {
            write(csv, kind, REST, cut.rest());
        }
    }

    private static void write(CsvWriter csv, Tally.Kind kind, String name, Tally tally) {
        csv.writeRecord(
                wordOf(kind),
                SpreadsheetCell.harmless(name),
                String.valueOf(tally.conversations()),
                String.valueOf(tally.answered()),
                String.valueOf(tally.askedBack()),
                String.valueOf(tally.handedOver()),
                "");
    }

    private static void write(CsvWriter csv, Tally.Kind kind, Waits waits) {
        var count = String.valueOf(waits.count());
        waits.median()
                .ifPresent(took ->
                        csv.writeRecord(
                                wordOf(kind),
                                "median",
                                count,
                                "",
                                "",
                                "",
                                String.valueOf(took.toSeconds())));
        waits.slow()
                .ifPresent(took ->
                        csv.writeRecord(
                                wordOf(kind),
                                "p90",
                                count,
                                "",
                                "",
                                "",
                                String.valueOf(took.toSeconds())));
    }

    private static String wordOf(Tally.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
