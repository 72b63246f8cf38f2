package io.taros.golden.web;

import io.taros.bot.CurrentBot;
import io.taros.golden.GoldenRun;
import io.taros.golden.GoldenRuns;
import io.taros.golden.web.RunReport.Place;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/test/golden-questions/runs")
class GoldenRunController {
    private final GoldenRuns runs;
    private final RunReports reports;
    private final CurrentBot current;
    private final RateLimits limits;

    GoldenRunController(
            GoldenRuns runs, RunReports reports, CurrentBot current, RateLimits limits) {
        this.runs = runs;
        this.reports = reports;
        this.current = current;
        this.limits = limits;
    }

    @PostMapping
    @Requires(Permission.ANSWER)
    View start(@RequestParam(required = false) @Nullable UUID bot) {
        var asked = current.of(bot);
        limits.take(Limit.GOLDEN_RUN, Tenancy.organization().toString());
        var page = new Redirect("/test/golden-questions?bot=" + asked.id().value());
        try {
            runs.start(asked.id());
            return page;
        } catch (Conflict alreadySo) {
            // Running already, or nothing to ask: the page shows which; of a draft another one.
            return runs.latestOnDraft(asked.id()).filter(run -> !run.isFinished()).isPresent()
                    ? new Redirect("/bot/draft?bot=" + asked.id().value())
                    : page;
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.GOLDEN_READ)
    RunPage run(@PathVariable UUID id, Locale locale) {
        return new RunPage(reports.of(runs.get(new GoldenRun.Id(id)), Place.ON_ITS_PAGE, locale));
    }

    @GetMapping("/{id}/progress")
    @Requires(Permission.GOLDEN_READ)
    RunReport progress(@PathVariable UUID id, Locale locale) {
        return reports.of(runs.get(new GoldenRun.Id(id)), Place.BY_ITSELF, locale);
    }
}
