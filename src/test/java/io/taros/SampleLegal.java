package io.taros;

import io.taros.legal.Agreement;
import io.taros.legal.LegalText;
import io.taros.legal.LegalText.Generated;
import io.taros.legal.LegalText.Heading;
import io.taros.legal.LegalText.Paragraph;
import io.taros.legal.LegalText.Part;
import io.taros.legal.TextKind;
import io.taros.legal.web.AgreementPage;
import io.taros.legal.web.LegalPage;
import io.taros.legal.web.Parts;
import io.taros.legal.web.StoragePage;
import io.taros.platform.datamap.Category;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import io.taros.platform.datamap.Purpose;
import io.taros.platform.datamap.Subject;
import io.taros.platform.egress.Vendors;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.privacy.Processing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** The texts that bind, and signing one. */
final class SampleLegal {
    private static final List<Dataset> STORAGE =
            List.of(
                    Dataset.of(Place.BROWSER, "taros-session")
                            .about(Purpose.SECURITY, Subject.MEMBER)
                            .keptFor(Duration.ofHours(12))
                            .holds(Category.CREDENTIAL, "cookie"),
                    Dataset.of(Place.BROWSER, "taros")
                            .about(Purpose.CONVERSATIONS, Subject.VISITOR)
                            .keptFor(Duration.ofDays(90))
                            .holds(Category.CREDENTIAL, "local-storage"));

    private static final Parts PARTS =
            new Parts(
                    List.of(
                            new Processing(
                                    Purpose.CONVERSATIONS,
                                    List.of(Subject.VISITOR),
                                    List.of(
                                            new Processing.Holding(
                                                    "message",
                                                    Place.TABLE,
                                                    Map.of(),
                                                    new Processing.End(
                                                            "privacy.kept.conversations", 90),
                                                    OptionalLong.empty())))),
                    STORAGE,
                    List.of(
                            new Parts.Recipient(
                                    Vendors.builtIn().at("api.mistral.ai"),
                                    Set.of(io.taros.platform.egress.Purpose.ANSWER))));

    private static final LegalText TEXT =
            new LegalText(
                    2,
                    LocalDate.parse("2026-11-27"),
                    "Privacy policy",
                    List.of(
                            new Paragraph(
                                    "This policy says what Fjord & Thread, Havnegade 1, Svendborg does with personal data in this installation."),
                            new Heading("What is kept, what for, and how long"),
                            new Part(Generated.PROCESSING),
                            new Heading("What a browser keeps"),
                            new Part(Generated.STORAGE),
                            new Heading("Who else gets data"),
                            new Part(Generated.RECIPIENTS)));

    private SampleLegal() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put("legal", new LegalPage(TextKind.PRIVACY, TEXT, List.of(2, 1), PARTS, true));
        views.put(
                "legal-unknown",
                new LegalPage(
                        TextKind.TERMS,
                        TEXT,
                        List.of(2),
                        new Parts(List.of(), List.of(), List.of()),
                        false));
        views.put("storage", new StoragePage(STORAGE));
        views.put("dpa", new AgreementPage(List.of(), 1, false, "", "", FormErrors.NONE));
        views.put(
                "dpa-signed",
                new AgreementPage(
                        List.of(
                                new Agreement(
                                        new Agreement.Id(new UUID(0, 1)),
                                        1,
                                        "Freja Holm-Vestergaard",
                                        "Managing director of Fjord & Thread, Wool and Yarn of the North",
                                        Instant.parse("2026-11-27T10:00:00Z"))),
                        1,
                        true,
                        "",
                        "",
                        FormErrors.NONE));
        views.put(
                "dpa-wrong",
                new AgreementPage(
                        List.of(),
                        1,
                        true,
                        "",
                        "",
                        FormErrors.NONE
                                .text("signer", "legal.input.signer", 120)
                                .text("title", "legal.input.title", 120)
                                .text("agreed", "legal.input.agreed")));
        return views;
    }
}
