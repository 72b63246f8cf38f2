package io.taros;

import static io.taros.SampleViews.ago;

import io.taros.knowledge.extract.Beginning;
import io.taros.knowledge.extract.Original;
import io.taros.knowledge.extract.Original.Sheet;
import io.taros.knowledge.extract.Original.Why;
import io.taros.knowledge.web.DocumentPage;
import io.taros.knowledge.web.DocumentPage.Kept;
import io.taros.knowledge.web.DocumentPage.Lost;
import io.taros.knowledge.web.DocumentPage.Origin;
import io.taros.knowledge.web.DocumentPage.Passages;
import io.taros.knowledge.web.LostMend;
import io.taros.knowledge.web.OriginalPane;
import io.taros.knowledge.web.PassageCard;
import io.taros.knowledge.web.PassageCard.Cited;
import io.taros.knowledge.web.PassageCard.Correcting;
import io.taros.knowledge.web.PassageCard.State;
import io.taros.knowledge.web.PassageCard.Use;
import io.taros.knowledge.web.Waiting;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents with their passages, as editors meet them. */
final class SampleDocuments {
    private static final String READ =
            "Within Denmark a parcel takes one to nine working days. Returns cost 49 kr.";
    private static final String TAUGHT =
            "Within Denmark a parcel takes one to three working days. Returns are free.";
    private static final UUID SECOND = UUID.randomUUID();

    private SampleDocuments() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put(
                "document",
                page(
                        Kept.NOTHING,
                        new Passages(cards(FormErrors.NONE), 50, true),
                        new Lost(lost(), 31),
                        null));
        views.put(
                "document-wrong",
                page(
                        Kept.FILE,
                        new Passages(
                                cards(FormErrors.NONE.text("text", "knowledge.mend.text", 4_000)),
                                0,
                                false),
                        new Lost(List.of(), 0),
                        null));
        views.put(
                "document-pages",
                beside(
                        new Original.Pages(
                                List.of(
                                        new Sheet(1_000, 1_414),
                                        new Sheet(1_000, 707),
                                        new Sheet(1_000, 4_000)),
                                3)));
        views.put(
                "document-text",
                beside(
                        new Original.Text(
                                new Beginning(
                                        "# Shipping\n\n"
                                                + (READ + "\n<script>alert(1)</script>\n")
                                                        .repeat(90),
                                        false))));
        views.put("document-closed", beside(new Original.Closed()));
        views.put("document-hidden", beside(new Original.Hidden(Why.TOO_MUCH)));
        views.put(
                "original",
                new OriginalPane(
                        UUID.randomUUID(),
                        new Original.Pages(
                                Collections.nCopies(500, new Sheet(1_000, 1_294)), 1_240)));
        for (var why : Why.values()) {
            views.put(
                    "original-" + why.name().toLowerCase(Locale.ROOT),
                    new OriginalPane(UUID.randomUUID(), new Original.Hidden(why)));
        }
        views.put("document-failed", failed(null));
        views.put("document-gone", failed("What somebody wrote. <script>alert(1)</script>"));
        return views;
    }

    private static DocumentPage beside(Original original) {
        return page(
                Kept.FILE,
                new Passages(cards(FormErrors.NONE), 0, false),
                new Lost(List.of(), 0),
                new OriginalPane(UUID.randomUUID(), original));
    }

    private static DocumentPage page(
            Kept kept, Passages passages, Lost lost, @Nullable OriginalPane original) {
        return new DocumentPage(
                UUID.randomUUID(),
                new Origin(
                        UUID.randomUUID(),
                        "Fjord & Thread",
                        kept == Kept.FILE ? null : "https://www.fjordthread.example/shipping",
                        kept,
                        kept == Kept.FILE ? Waiting.NO : Waiting.IN_DRAFT),
                "Shipping and delivery, and everything else that nobody ever found a shorter title for in all the years",
                "en",
                ago(Duration.ofMinutes(4)),
                null,
                new Beginning(
                        "# Shipping\n\n" + READ + "\n<script>alert(1)</script>", kept == Kept.FILE),
                original,
                passages,
                lost,
                null);
    }

    private static DocumentPage failed(@Nullable String unsaved) {
        return new DocumentPage(
                UUID.randomUUID(),
                new Origin(
                        UUID.randomUUID(),
                        "price-list-2026-final-final-with-a-very-long-file-name_v3.pdf",
                        null,
                        Kept.FILE,
                        Waiting.NO),
                "price-list-2026-final-final-with-a-very-long-file-name_v3.pdf",
                "und",
                null,
                unsaved == null
                        ? "The PDF is damaged or incomplete; open it, save it again and add the new copy."
                        : null,
                null,
                null,
                new Passages(List.of(), 0, false),
                new Lost(List.of(), 0),
                unsaved);
    }

    private static List<PassageCard> cards(FormErrors errors) {
        return List.of(
                card(1, "Shipping", READ, State.AS_READ, new Cited(0, List.of())),
                new PassageCard(
                        SECOND,
                        2,
                        "Shipping > Within Denmark > Parcels that do not fit through the letter box of the house",
                        READ,
                        TAUGHT,
                        null,
                        State.CORRECTED,
                        Waiting.IN_DRAFT,
                        UUID.randomUUID().toString(),
                        new Cited(
                                1_204,
                                List.of(
                                        new Use(UUID.randomUUID(), ago(Duration.ofMinutes(9))),
                                        new Use(UUID.randomUUID(), ago(Duration.ofDays(2))))),
                        new Correcting(!errors.isEmpty(), TAUGHT, UUID.randomUUID(), errors)),
                card(
                        3,
                        "",
                        "Accept all cookies? " + "https://very.long/".repeat(20),
                        State.EXCLUDED,
                        new Cited(1, List.of())),
                new PassageCard(
                        UUID.randomUUID(),
                        4,
                        "",
                        "Do you ship to Greenland?",
                        null,
                        "Yes, within nine days.",
                        State.QUESTION,
                        Waiting.NO,
                        "",
                        new Cited(0, List.of()),
                        new Correcting(false, "", null, FormErrors.NONE)));
    }

    private static PassageCard card(
            int number, String path, String text, State state, Cited cited) {
        return new PassageCard(
                UUID.randomUUID(),
                number,
                path,
                text,
                null,
                null,
                state,
                Waiting.NO,
                "",
                cited,
                new Correcting(false, text, null, FormErrors.NONE));
    }

    private static List<LostMend> lost() {
        return List.of(
                new LostMend(
                        UUID.randomUUID(),
                        "Shipping > Greenland",
                        READ,
                        TAUGHT,
                        ago(Duration.ofDays(3)),
                        new LostMend.Successor(SECOND, 2)),
                new LostMend(
                        UUID.randomUUID(),
                        "",
                        "Subscribe to our newsletter.",
                        null,
                        ago(Duration.ofDays(40)),
                        null));
    }
}
