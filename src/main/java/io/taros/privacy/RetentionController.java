package io.taros.privacy;

import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.retention.Ending;
import io.taros.platform.retention.Holds;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.privacy.RetentionSettings.Applied;
import io.taros.privacy.RetentionSettings.Chosen;
import io.taros.privacy.web.RetentionPage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Settings: how long things are kept, and what went lately. */
@Controller
@RequestMapping("/settings/retention")
class RetentionController {
    private static final int RECEIPTS = 20;
    private static final int LONGEST_NUMBER = 4;

    private final RetentionRun run;
    private final RetentionSettings settings;
    private final Holds holds;
    private final AuditLog log;
    private final InstantSource clock;
    private final JsonMapper json;

    RetentionController(
            RetentionRun run,
            RetentionSettings settings,
            Holds holds,
            AuditLog log,
            InstantSource clock,
            JsonMapper json) {
        this.run = run;
        this.settings = settings;
        this.holds = holds;
        this.log = log;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    RetentionPage page() {
        return page(FormErrors.NONE, Optional.empty());
    }

    @PostMapping("/{name}")
    @Requires(Permission.ORGANIZATION_MANAGE)
    @StepUp
    View choose(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "DELETION") String ending) {
        var rule =
                choosable().stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        try {
            settings.choose(rule, Duration.ofDays(number(rule, days)), reason, ending(ending));
            return new Redirect("/settings/retention");
        } catch (BadInput refused) {
            return page(
                    FormErrors.of(refused),
                    Optional.of(
                            new RetentionPage.Form(
                                    name, rule.term(), days, reason, List.of(), ending, 0, true)));
        }
    }

    private RetentionPage page(FormErrors errors, Optional<RetentionPage.Form> refused) {
        return new RetentionPage(
                choosable().stream()
                        .map(rule ->
                                form(rule, refused.filter(was -> was.rule().equals(rule.name()))))
                        .toList(),
                run.rules().stream()
                        .filter(rule -> rule.isOfOrganizations() && rule.term().isFixed())
                        .map(rule -> new RetentionPage.Fixed(rule.name(), rule.term().usual()))
                        .sorted(Comparator.comparing(RetentionPage.Fixed::rule))
                        .toList(),
                receipts(),
                holds.list().stream().anyMatch(hold -> hold.isInForce(clock.instant())),
                errors);
    }

    private RetentionPage.Form form(RetentionRule rule, Optional<RetentionPage.Form> refused) {
        var as = settings.applied(rule);
        return new RetentionPage.Form(
                rule.name(),
                rule.term(),
                refused.map(RetentionPage.Form::days).orElse(String.valueOf(as.term().toDays())),
                refused.map(RetentionPage.Form::reason)
                        .orElse(settings.find(rule).map(Chosen::reason).orElse("")),
                rule.endings(),
                refused.map(RetentionPage.Form::ending).orElse(as.ending().name()),
                due(as),
                refused.isPresent());
    }

    private long due(Applied as) {
        var now = clock.instant();
        var held = holds.held(now);
        return held.isAll()
                ? 0
                : as.rule()
                        .sparing(held.threads())
                        .count(as.before(now))
                        .getOrDefault(as.rule().table(), 0L);
    }

    private List<RetentionPage.Receipt> receipts() {
        var wanted = new AuditLog.Filter(PrivacyAction.AREA, null, null, null, null);
        return log.list(wanted, Long.MAX_VALUE, RECEIPTS).stream()
                .filter(entry -> entry.action().equals(PrivacyAction.REMOVED.code()))
                .map(this::receipt)
                .toList();
    }

    private RetentionPage.Receipt receipt(AuditEntry entry) {
        var detail =
                json.readValue(
                        String.valueOf(entry.detail()),
                        new TypeReference<Map<String, String>>() {});
        return new RetentionPage.Receipt(
                entry.seq(),
                entry.at(),
                detail.getOrDefault("rule", ""),
                detail.getOrDefault("ending", "").equals("anonymisation"),
                Long.parseLong(detail.getOrDefault("rows", "0")));
    }

    private List<RetentionRule> choosable() {
        return run.rules().stream()
                .filter(rule -> rule.isOfOrganizations() && !rule.term().isFixed())
                .sorted(
                        Comparator.comparing((RetentionRule rule) -> rule.term().usual())
                                .thenComparing(RetentionRule::name))
                .toList();
    }

    private static Ending ending(String name) {
        return Arrays.stream(Ending.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("ending", "privacy.input.ending"));
    }

    private static long number(RetentionRule rule, String days) {
        if (days.strip().matches("\\d{1," + LONGEST_NUMBER + "}")) {
            return Long.parseLong(days.strip());
        }
        throw new BadInput(
                "days",
                "privacy.input.days",
                rule.term().least().toDays(),
                rule.term().most().toDays());
    }
}
