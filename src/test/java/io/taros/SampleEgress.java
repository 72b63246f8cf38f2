package io.taros;

import io.taros.egress.SubProcessor;
import io.taros.egress.web.OutboundPage;
import io.taros.egress.web.OutboundPage.Asked;
import io.taros.egress.web.OutboundPage.VendorLine;
import io.taros.egress.web.SubProcessorsPage;
import io.taros.egress.web.SubProcessorsPage.Change;
import io.taros.egress.web.SubProcessorsPage.Line;
import io.taros.platform.egress.Area;
import io.taros.platform.egress.EgressPolicy;
import io.taros.platform.egress.LedgerEntry;
import io.taros.platform.egress.LedgerEntry.Outcome;
import io.taros.platform.egress.OutboundLog.Total;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Refusal;
import io.taros.platform.egress.Safeguard;
import io.taros.platform.egress.Vendor;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages about what leaves the house, in the states that look different. */
final class SampleEgress {
    private static final Instant NOW = Instant.parse("2026-11-23T11:58:00Z");
    private static final URI AGREEMENT = URI.create("https://vendor.example/dpa");
    private static final Vendor MISTRAL =
            vendor("mistral", "Mistral AI SAS", "FR", Area.EU, Safeguard.NONE_NEEDED);
    private static final Vendor OPENAI =
            vendor(
                    "openai",
                    "OpenAI Ireland Limited",
                    "IE",
                    Area.OUTSIDE,
                    Safeguard.CONTRACT_CLAUSES);
    private static final Vendor LONG =
            vendor(
                    "long",
                    "Gesellschaft für Sprachmodellinfrastruktur und Rechenzentrumsbetrieb mbH & Co. KG",
                    "DE",
                    Area.UNKNOWN,
                    Safeguard.UNKNOWN);
    private static final Map<String, String> NAMES =
            Map.of("mistral", MISTRAL.name(), "openai", OPENAI.name(), "own", "own");

    private SampleEgress() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        var lines =
                List.of(
                        new VendorLine(MISTRAL, true, null, null),
                        new VendorLine(LONG, false, null, LocalDate.of(2026, 12, 23)),
                        new VendorLine(OPENAI, false, Refusal.OUTSIDE_EU, null));
        var nothing = new Asked("", "", "", "");
        views.put("outbound", page(EgressPolicy.USUAL, lines, nothing, calls(), FormErrors.NONE));
        views.put(
                "outbound-empty",
                page(EgressPolicy.USUAL, List.of(), nothing, List.of(), FormErrors.NONE));
        views.put(
                "outbound-none",
                page(
                        new EgressPolicy(false, true, List.of("mistral"), false),
                        lines,
                        new Asked("mistral", "MAIL", "2026-11-01", ""),
                        List.of(),
                        FormErrors.NONE.text("vendors", "egress.input.vendor")));
        views.put("sub-processors", subProcessors());
        views.put(
                "sub-processors-none",
                new SubProcessorsPage(
                        List.of(), List.of(new Change(1, NOW, List.of(), List.of(), List.of()))));
        return views;
    }

    private static OutboundPage page(
            EgressPolicy policy,
            List<VendorLine> lines,
            Asked asked,
            List<LedgerEntry> calls,
            FormErrors errors) {
        var totals =
                calls.isEmpty()
                        ? List.<Total>of()
                        : List.of(
                                new Total(
                                        YearMonth.of(2026, 11),
                                        "mistral",
                                        10_482,
                                        0,
                                        3,
                                        48_200_000,
                                        6_100_000,
                                        211),
                                new Total(YearMonth.of(2026, 11), "openai", 0, 37, 0, 0, 0, 0),
                                new Total(
                                        YearMonth.of(2026, 10),
                                        "own",
                                        812,
                                        0,
                                        0,
                                        90_400,
                                        1_200,
                                        0));
        return new OutboundPage(
                policy,
                lines,
                asked,
                NAMES,
                totals,
                calls,
                calls.isEmpty() ? null : new UUID(7, 7),
                "",
                false,
                errors);
    }

    private static List<LedgerEntry> calls() {
        return List.of(
                call(MISTRAL, Purpose.ANSWER, "mistral-small-latest", 3, Outcome.ANSWERED),
                call(MISTRAL, Purpose.EMBED_KNOWLEDGE, "mistral-embed", 1, Outcome.FAILED),
                new LedgerEntry(
                        new UUID(1, 8),
                        OrganizationId.INSTALLATION,
                        NOW,
                        Purpose.ANSWER,
                        OPENAI.id(),
                        OPENAI.hosts().getFirst(),
                        OPENAI.area(),
                        "gpt-4.1-mini",
                        Purpose.ANSWER.data(),
                        37,
                        0,
                        0,
                        null,
                        Outcome.REFUSED),
                call(LONG, Purpose.REWRITE, null, 0, Outcome.OPEN),
                new LedgerEntry(
                        new UUID(1, 9),
                        OrganizationId.INSTALLATION,
                        NOW,
                        Purpose.CRAWL,
                        "www.tidewater.example",
                        "www.tidewater.example",
                        Area.UNKNOWN,
                        null,
                        Purpose.CRAWL.data(),
                        412,
                        9_100,
                        31_000_000,
                        null,
                        Outcome.ANSWERED));
    }

    private static LedgerEntry call(
            Vendor vendor,
            Purpose purpose,
            @Nullable String model,
            @Nullable Integer masked,
            Outcome outcome) {
        return new LedgerEntry(
                new UUID(1, purpose.ordinal() + 10L * outcome.ordinal()),
                OrganizationId.INSTALLATION,
                NOW,
                purpose,
                vendor.id(),
                vendor.hosts().getFirst(),
                vendor.area(),
                model,
                purpose.data(),
                1,
                outcome == Outcome.REFUSED ? 0 : 8_214,
                1_022,
                masked,
                outcome);
    }

    private static SubProcessorsPage subProcessors() {
        var mistral = entry(MISTRAL, null, Purpose.ANSWER, Purpose.REWRITE);
        var coming = entry(LONG, LocalDate.of(2026, 12, 27), Purpose.ANSWER);
        var openAi = entry(OPENAI, null, Purpose.EMBED_QUESTION, Purpose.EMBED_KNOWLEDGE);
        return new SubProcessorsPage(
                List.of(
                        new Line(coming, true, NOW),
                        new Line(mistral, false, NOW.minusSeconds(9_000_000)),
                        new Line(openAi, false, NOW.minusSeconds(9_000_000))),
                List.of(
                        new Change(3, NOW, List.of(coming), List.of(), List.of(mistral)),
                        new Change(
                                2,
                                NOW.minusSeconds(9_000_000),
                                List.of(mistral, openAi),
                                List.of(),
                                List.of()),
                        new Change(
                                1, NOW.minusSeconds(19_000_000), List.of(), List.of(), List.of())));
    }

    private static SubProcessor entry(
            Vendor vendor, @Nullable LocalDate from, Purpose... purposes) {
        return new SubProcessor(
                vendor.id(),
                vendor.name(),
                vendor.country(),
                vendor.area(),
                vendor.safeguard(),
                vendor.agreement(),
                List.of(purposes),
                from);
    }

    private static Vendor vendor(
            String id, String name, String country, Area area, Safeguard safeguard) {
        return new Vendor(
                id,
                name,
                country,
                area,
                safeguard,
                area != Area.UNKNOWN,
                AGREEMENT,
                List.of("api." + id + ".example"),
                null);
    }
}
