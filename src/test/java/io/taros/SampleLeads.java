package io.taros;

import static io.taros.SampleViews.NOW;
import static io.taros.SampleViews.ONE_BOT;
import static io.taros.SampleViews.ROBIN;
import static io.taros.SampleViews.SECOND;
import static io.taros.SampleViews.TWO_BOTS;

import io.taros.conversation.Lead;
import io.taros.conversation.Lead.Consent.Method;
import io.taros.lead.LeadForm.Kind;
import io.taros.lead.LeadMoment;
import io.taros.lead.LeadStatus;
import io.taros.lead.LeadStep;
import io.taros.lead.web.LeadFormPage;
import io.taros.lead.web.LeadFormPage.Row;
import io.taros.lead.web.LeadFormPage.Saved;
import io.taros.lead.web.LeadPage;
import io.taros.lead.web.LeadPage.Notice;
import io.taros.lead.web.LeadsPage;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The desk empty, full and filtered to nothing; a lead alone and of many; the form in the making.
 */
final class SampleLeads {
    private static final String LONG =
            "Kan I levere fyrre kopper med vores logo inden firmaets jubilæum i maj, og hvad koster det, hvis vi selv henter dem på værkstedet?";
    private static final List<LeadsPage.Person> PEOPLE =
            List.of(
                    new LeadsPage.Person(ROBIN, "Ada Lovelace"),
                    new LeadsPage.Person(SECOND, "Maximilian von Hohenstein-Kierkegaard"));

    private SampleLeads() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put("leads-empty", desk(List.of(), LeadsPage.Asked.NOTHING, null));
        views.put("leads", desk(rows(), LeadsPage.Asked.NOTHING, ROBIN));
        views.put(
                "leads-none",
                desk(List.of(), new LeadsPage.Asked("", "WON", "", "2026-01-01", ""), null));
        views.put("lead", lead(List.of(), List.of(), null, FormErrors.NONE));
        views.put(
                "lead-merged",
                lead(
                        List.of(card(2, null)),
                        List.of(card(3, null), card(4, consent(Method.REPORTED))),
                        null,
                        FormErrors.NONE));
        views.put(
                "lead-wrong",
                lead(
                        List.of(),
                        List.of(card(2, null)),
                        SECOND,
                        FormErrors.NONE
                                .text("note", "lead.input.note", 1_000)
                                .text("other", "lead.input.not-alike")));
        views.put("lead-form", form(Saved.AS_IT_IS, true, FormErrors.NONE));
        views.put("lead-form-da", form(Saved.NOT_YET, false, FormErrors.NONE));
        views.put(
                "lead-form-wrong",
                form(
                        Saved.NOT_YET,
                        true,
                        FormErrors.NONE
                                .text("fields", "lead.form.no-reach")
                                .text("label-3", "lead.form.label-needed")
                                .text("choices-4", "lead.form.choices-needed")
                                .text("consent", "lead.form.consent-needed")));
        return views;
    }

    private static LeadsPage desk(
            List<LeadsPage.Row> rows, LeadsPage.Asked asked, @Nullable UUID next) {
        return new LeadsPage(
                rows,
                asked,
                new LeadsPage.Choices(TWO_BOTS.choices(), PEOPLE),
                next,
                asked.isAnything() ? "status=WON" : "",
                next != null);
    }

    private static List<LeadsPage.Row> rows() {
        return List.of(
                row(1, "Freja Kierkegaard", "freja@example.com", LONG, LeadStatus.NEW, null),
                row(2, "+45 12 34 56 78", null, null, LeadStatus.CONTACTED, "Ada Lovelace"),
                row(
                        3,
                        "a.very.long.address.that.somebody.really.has@warehouse.fjordthread.example",
                        null,
                        "<script>alert(1)</script>",
                        LeadStatus.QUALIFIED,
                        "Maximilian von Hohenstein-Kierkegaard"),
                row(4, "Grace Hopper", "grace@example.com", "Forty mugs", LeadStatus.WON, null),
                row(5, "Bob", "bob@example.com", null, LeadStatus.LOST, null),
                row(6, "Cheap watches", "watch@example.com", "Buy", LeadStatus.SPAM, null));
    }

    private static LeadsPage.Row row(
            long number,
            String who,
            @Nullable String reach,
            @Nullable String about,
            LeadStatus status,
            @Nullable String assignee) {
        return new LeadsPage.Row(
                new UUID(1, number), who, reach, about, "Robin", status, assignee, NOW);
    }

    private static LeadPage lead(
            List<LeadPage.Card> parts,
            List<LeadPage.Card> alike,
            @Nullable UUID main,
            FormErrors errors) {
        return new LeadPage(
                card(1, consent(Method.TICKED)),
                new LeadPage.Progress(
                        LeadStatus.CONTACTED,
                        ROBIN,
                        main,
                        main == null ? Notice.SAVED : Notice.NONE),
                parts,
                alike,
                PEOPLE,
                parts.isEmpty() && errors.isEmpty() ? List.of() : steps(),
                "",
                errors);
    }

    private static List<LeadPage.Step> steps() {
        return List.of(
                step(LeadStep.Kind.STATUS, LeadStatus.CONTACTED, null, "Ringer igen på mandag."),
                step(LeadStep.Kind.ASSIGNED, null, "Ada Lovelace", null),
                step(LeadStep.Kind.ASSIGNED, null, null, null),
                step(LeadStep.Kind.MERGED, null, null, null),
                new LeadPage.Step(
                        LeadStep.Kind.TAKEN_APART, null, null, "Ada Lovelace", null, NOW));
    }

    private static LeadPage.Step step(
            LeadStep.Kind kind,
            @Nullable LeadStatus status,
            @Nullable String whom,
            @Nullable String note) {
        return new LeadPage.Step(kind, status, whom, null, note, NOW);
    }

    private static LeadPage.Card card(long number, Lead.@Nullable Consent consent) {
        return new LeadPage.Card(
                new UUID(1, number),
                SECOND,
                "Robin",
                new Lead.Contact("Freja Kierkegaard", "freja@example.com", "+45 12 34 56 78", LONG),
                number == 1
                        ? List.of(
                                new Lead.Answer("Virksomhed", "Fjordglas"),
                                new Lead.Answer("Hvor mange?", "40"))
                        : List.of(),
                consent,
                NOW);
    }

    private static Lead.Consent consent(Method method) {
        return new Lead.Consent(
                "I må skrive til mig om nye kopper og værkstedets kurser.",
                method,
                method == Method.TICKED ? 3 : null,
                "da",
                "https://fjordglas.example/kopper");
    }

    private static LeadFormPage form(Saved saved, boolean isMain, FormErrors errors) {
        return new LeadFormPage(
                isMain ? ONE_BOT : TWO_BOTS,
                new LeadFormPage.Language(isMain ? "en" : "da", List.of("da", "de", "en"), isMain),
                List.of(
                        new Row("name", Kind.NAME, false, "", "", ""),
                        new Row("email", Kind.EMAIL, true, "", "", ""),
                        new Row("message", Kind.TEXT, false, "", "", ""),
                        new Row(
                                "field1",
                                Kind.NUMBER,
                                false,
                                isMain ? "How many mugs do you need before the anniversary?" : "",
                                "How many mugs?",
                                ""),
                        new Row("field2", Kind.CHOICE, true, "Size", "", "Small\nLarge")),
                new LeadFormPage.Words(
                        "You may write to me about new mugs and courses.", true, "Thank you!"),
                EnumSet.of(LeadMoment.NO_ANSWER, LeadMoment.OUT_OF_HOURS),
                saved,
                errors);
    }
}
