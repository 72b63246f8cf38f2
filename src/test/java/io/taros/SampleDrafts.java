package io.taros;

import static io.taros.SampleViews.NOW;
import static io.taros.SampleViews.ONE_BOT;
import static io.taros.SampleViews.ROBIN;
import static io.taros.SampleViews.TWO_BOTS;
import static io.taros.SampleViews.ago;

import io.taros.bot.AnsweringSettings;
import io.taros.bot.Bot;
import io.taros.bot.Provider;
import io.taros.draft.ChangedSetting;
import io.taros.draft.ChangedSetting.Setting;
import io.taros.draft.Obstacle;
import io.taros.draft.Publication;
import io.taros.draft.web.DraftPage;
import io.taros.draft.web.DraftPage.Freshness;
import io.taros.draft.web.DraftPage.Gate;
import io.taros.draft.web.DraftPage.Line;
import io.taros.draft.web.DraftPage.Notice;
import io.taros.draft.web.DraftPage.Waiting;
import io.taros.knowledge.Mend;
import io.taros.knowledge.Source;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts: none, being read, failed, passed, published past the gate. */
final class SampleDrafts {
    private static final AnsweringSettings PUBLISHED =
            new AnsweringSettings("", "en", 0.5, Provider.NONE, "mistral-small-latest");
    private static final AnsweringSettings DRAFT =
            new AnsweringSettings(
                    "Friendly and brief. Never promise a delivery date.\nCall people by their first name.",
                    "da",
                    0.65,
                    Provider.MISTRAL,
                    null);

    private SampleDrafts() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put("draft-empty", page(Gate.OFF, null, FormErrors.NONE));
        views.put("draft-gated", page(Gate.ON, null, FormErrors.NONE));
        views.put("draft-failed", page(Gate.ON, failed(), FormErrors.NONE));
        views.put("draft-passed", page(Gate.ON, waiting(null, 2_140), FormErrors.NONE));
        views.put(
                "draft-reading",
                page(
                        Gate.ON,
                        reading(),
                        FormErrors.NONE.text("draft", "draft.obstacle.READING", "Fjord & Thread")));
        views.put(
                "draft-wrong",
                page(Gate.ON, failed(), FormErrors.NONE.text("reason", "draft.input.reason", 500)));
        views.put("draft-nothing", page(Gate.OFF, nothing(), FormErrors.NONE));
        return views;
    }

    private static DraftPage page(Gate gate, @Nullable Waiting draft, FormErrors errors) {
        return new DraftPage(
                draft == null ? ONE_BOT : TWO_BOTS,
                gate,
                draft,
                new Publication(
                        new Publication.Id(UUID.randomUUID()),
                        new Bot.Id(ROBIN),
                        draft == null ? null : "The old price list was wrong <script>alert(1)",
                        ago(Duration.ofDays(3))),
                "",
                draft == null ? Notice.PUBLISHED : Notice.NONE,
                errors);
    }

    private static Waiting failed() {
        var whole = waiting(new Obstacle(Obstacle.Kind.FAILED, List.of(3, 120)), 2_140);
        return new Waiting(
                NOW,
                whole.settings(),
                whole.coming(),
                whole.leaving(),
                whole.mends(),
                whole.obstacle(),
                Freshness.STALE,
                SampleGolden.onDraft());
    }

    private static Waiting reading() {
        return waiting(new Obstacle(Obstacle.Kind.READING, List.of("Fjord & Thread")), 0);
    }

    private static Waiting nothing() {
        return new Waiting(
                NOW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Obstacle(Obstacle.Kind.EMPTY, List.of()),
                Freshness.STALE,
                null);
    }

    private static Waiting waiting(@Nullable Obstacle obstacle, int passages) {
        return new Waiting(
                NOW,
                Arrays.stream(Setting.values())
                        .map(setting -> new ChangedSetting(setting, PUBLISHED, DRAFT))
                        .toList(),
                List.of(
                        line(
                                "Fjord & Thread",
                                Source.Kind.WEBSITE,
                                passages == 0 ? Source.Status.FETCHING : Source.Status.READY,
                                passages),
                        line(
                                "price-list-2026-final-final-with-a-very-long-file-name-that-nobody-ever-shortened_v3.pdf",
                                Source.Kind.FILE,
                                Source.Status.FAILED,
                                0),
                        line("Do you ship to Greenland?", Source.Kind.QA, Source.Status.READY, 1)),
                List.of(line("Opening hours", Source.Kind.TEXT, Source.Status.READY, 2)),
                List.of(
                        mend(Mend.Decision.CORRECTED, "Delivery within Denmark takes nine days."),
                        mend(Mend.Decision.EXCLUDED, "Accept all cookies? ".repeat(6)),
                        mend(Mend.Decision.AS_READ, "Returns are free.")),
                obstacle,
                Freshness.CURRENT,
                null);
    }

    private static Line line(String title, Source.Kind kind, Source.Status status, int passages) {
        return new Line(
                UUID.randomUUID(),
                title,
                kind,
                status,
                passages,
                status == Source.Status.FAILED
                        ? "It needs a password. Upload a copy without one."
                        : null);
    }

    private static DraftPage.MendLine mend(Mend.Decision decision, String beginning) {
        return new DraftPage.MendLine(UUID.randomUUID(), decision, beginning);
    }
}
