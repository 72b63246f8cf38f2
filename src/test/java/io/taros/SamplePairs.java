package io.taros;

import static io.taros.SampleViews.ONE_BOT;
import static io.taros.SampleViews.ROBIN;
import static io.taros.SampleViews.TWO_BOTS;

import io.taros.knowledge.ColumnRoles.Role;
import io.taros.knowledge.ImportPlan;
import io.taros.knowledge.Likeness;
import io.taros.knowledge.Pair;
import io.taros.knowledge.Source;
import io.taros.knowledge.Source.Standing;
import io.taros.knowledge.web.AlikePage;
import io.taros.knowledge.web.ImportPage;
import io.taros.knowledge.web.NewPair;
import io.taros.knowledge.web.NewPair.Openness;
import io.taros.knowledge.web.PairRow;
import io.taros.knowledge.web.PairRow.State;
import io.taros.knowledge.web.PairRow.Words;
import io.taros.knowledge.web.QuestionsPage;
import io.taros.knowledge.web.Waiting;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.search.KnowledgeTags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class SamplePairs {
    private static final Source.Audience PRO =
            new Source.Audience(KnowledgeTags.of(List.of("pro", "eu")), List.of());
    private static final Words SHIP =
            new Words(
                    "Do you ship to Greenland?",
                    "Greenland?\nCan I order from Nuuk?",
                    "Yes, on Thursdays, with the ship from Aalborg.\nIt takes two to four weeks.");
    private static final Words DOG = new Words("Who is the dog?", "", "Skipper.");
    private static final Words LONG =
            new Words(
                    "What happens with an order that is partly delivered, partly out of stock and partly"
                            + " sent back before the rest has arrived in the parcel shop?",
                    "",
                    "We send what we have. ".repeat(30) + "<script>alert(1)</script>");

    private SamplePairs() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        var closed = NewPair.empty(ROBIN, Openness.CLOSED);
        views.put("questions-empty", page(List.of(), Pair.Sought.ALL, closed));
        views.put("questions", page(rows(), Pair.Sought.ALL, closed));
        views.put(
                "questions-add",
                page(rows(), Pair.Sought.ALL, NewPair.empty(ROBIN, Openness.OPEN)));
        views.put(
                "questions-none",
                page(List.of(), new Pair.Sought("zeppelin", Pair.Order.QUESTION), closed));
        views.put(
                "questions-edited",
                page(List.of(edited(), row(DOG, State.SHOWN)), Pair.Sought.ALL, closed));
        views.put("question-row", edited());
        views.put(
                "question-new",
                new NewPair(
                        ROBIN,
                        Openness.OPEN,
                        new Words("", "", "At nine."),
                        false,
                        FormErrors.NONE
                                .required("question", "")
                                .text("rights", "knowledge.rights.needed"),
                        row(DOG, State.SHOWN)));
        views.put("questions-alike", alike());
        views.put(
                "questions-alike-none",
                new AlikePage(TWO_BOTS, List.of(), 0, Waiting.NO, AlikePage.Notice.MERGE));
        views.put("questions-import", imported(null, FormErrors.NONE));
        views.put("questions-import-seen", imported(preview(true), FormErrors.NONE));
        views.put("questions-import-unclear", imported(preview(false), FormErrors.NONE));
        views.put(
                "questions-import-refused",
                imported(null, FormErrors.NONE.text("file", "knowledge.read.no-table")));
        return views;
    }

    private static AlikePage alike() {
        return new AlikePage(
                ONE_BOT,
                List.of(
                        new AlikePage.Two(
                                Likeness.CONTRADICTION,
                                row(SHIP, State.SHOWN),
                                row(LONG, State.SHOWN)),
                        new AlikePage.Two(
                                Likeness.DUPLICATE, row(DOG, State.SHOWN), row(DOG, State.LEFT))),
                34,
                Waiting.IN_DRAFT,
                null);
    }

    private static ImportPage imported(ImportPage.Preview preview, FormErrors errors) {
        return new ImportPage(ONE_BOT, preview, ImportPlan.Mode.ADD, errors);
    }

    private static ImportPage.Preview preview(boolean isComplete) {
        return new ImportPage.Preview(
                "9f86d081",
                List.of(
                        new ImportPage.Column(
                                Role.QUESTION, List.of("Spørgsmål", "Hvem er hunden?", "Åbent?")),
                        new ImportPage.Column(
                                isComplete ? Role.ANSWER : Role.NONE,
                                List.of(
                                        "Svar",
                                        "Skipper. ".repeat(40),
                                        "<script>alert(1)</script>")),
                        new ImportPage.Column(Role.NONE, List.of("Ejer", "", ""))),
                true,
                isComplete,
                new ImportPage.Tally(118, 4, 1, 2),
                List.of(
                        new ImportPage.Wrong(4, "", "A question and an answer are both needed."),
                        new ImportPage.Wrong(
                                1_204,
                                LONG.question(),
                                "The same question stands in line 3 already.")));
    }

    private static QuestionsPage page(List<PairRow> rows, Pair.Sought sought, NewPair adding) {
        return new QuestionsPage(
                rows.size() == 1 ? TWO_BOTS : ONE_BOT,
                new QuestionsPage.Table(rows, 2, rows.isEmpty() ? 0 : 131),
                sought,
                adding,
                Waiting.IN_DRAFT,
                rows.size(),
                rows.isEmpty() ? 120 : null);
    }

    private static List<PairRow> rows() {
        return List.of(
                row(SHIP, State.SHOWN),
                new PairRow(
                        UUID.randomUUID(),
                        ROBIN,
                        DOG,
                        State.LEFT,
                        Standing.LEAVING,
                        Source.Audience.USUAL,
                        "00",
                        FormErrors.NONE,
                        null),
                row(LONG, State.SHOWN),
                row(new Words("Do you repair looms?", "", "Not yet."), State.DELETED));
    }

    private static PairRow edited() {
        return new PairRow(
                UUID.randomUUID(),
                ROBIN,
                SHIP,
                State.EDITED,
                Standing.PUBLISHED,
                Source.Audience.USUAL,
                "00",
                FormErrors.NONE.text("question", "knowledge.pair.known"),
                LONG);
    }

    private static PairRow row(Words words, State state) {
        return new PairRow(
                UUID.randomUUID(),
                ROBIN,
                words,
                state,
                state == State.SHOWN ? Standing.DRAFT : Standing.PUBLISHED,
                Source.Audience.USUAL,
                "00",
                FormErrors.NONE,
                null);
    }
}
