package io.taros.knowledge.web;

import io.taros.knowledge.CrawlPlan;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Recrawl;
import org.jspecify.annotations.Nullable;

/** Which pages of a site and how often, as it stands in a form: a pattern a line. */
public record PlanFields(String include, String exclude, Recrawl recrawl) {
    public static final PlanFields USUAL = new PlanFields("", "", Recrawl.NEVER);

    static PlanFields of(
            @Nullable String include, @Nullable String exclude, @Nullable Recrawl recrawl) {
        return new PlanFields(
                include == null ? "" : include,
                exclude == null ? "" : exclude,
                recrawl == null ? Recrawl.NEVER : recrawl);
    }

    static PlanFields of(CrawlPlan plan) {
        return new PlanFields(
                String.join("\n", plan.rules().include()),
                String.join("\n", plan.rules().exclude()),
                plan.recrawl());
    }

    /** Of a form that begins empty: what was not filled in says nothing about a known site. */
    NewSource.Wish filled() {
        return new NewSource.Wish(
                include.isBlank() ? null : include.lines().toList(),
                exclude.isBlank() ? null : exclude.lines().toList(),
                recrawl == Recrawl.NEVER ? null : recrawl);
    }

    NewSource.Wish wish() {
        return new NewSource.Wish(include.lines().toList(), exclude.lines().toList(), recrawl);
    }
}
