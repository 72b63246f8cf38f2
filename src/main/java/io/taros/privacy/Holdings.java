package io.taros.privacy;

import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Datasets;
import io.taros.platform.datamap.Kept;
import io.taros.platform.datamap.Place;
import io.taros.platform.datamap.Purpose;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.RetentionRules;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the bound organization holds of people: the map, with its own terms and figures. */
@Repository
public class Holdings {
    private final Datasets datasets;
    private final RetentionRules rules;
    private final RetentionSettings settings;
    private final JdbcClient jdbc;

    Holdings(Datasets datasets, RetentionRules rules, RetentionSettings settings, JdbcClient jdbc) {
        this.datasets = datasets;
        this.rules = rules;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Processing> list() {
        return list(this::chosen, this::rows);
    }

    /** What any organization holds, for as long as it chooses nothing else. */
    public List<Processing> usual() {
        return list(rule -> rule.term().usual(), dataset -> OptionalLong.empty());
    }

    private List<Processing> list(
            Function<RetentionRule, Duration> terms, Function<Dataset, OptionalLong> rows) {
        return datasets.byPurpose().entrySet().stream()
                .map(entry ->
                        processing(
                                entry.getKey(),
                                entry.getValue().stream().filter(Dataset::isWritten).toList(),
                                dataset -> holding(dataset, terms, rows.apply(dataset))))
                .filter(processing -> !processing.holdings().isEmpty())
                .toList();
    }

    private static Processing processing(
            Purpose purpose, List<Dataset> of, Function<Dataset, Processing.Holding> holding) {
        return new Processing(
                purpose,
                of.stream()
                        .flatMap(dataset -> dataset.subjects().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                of.stream().map(holding).toList());
    }

    private Processing.Holding holding(
            Dataset dataset, Function<RetentionRule, Duration> terms, OptionalLong rows) {
        return new Processing.Holding(
                dataset.name(), dataset.place(), dataset.lies(), end(dataset, terms), rows);
    }

    private Processing.End end(Dataset dataset, Function<RetentionRule, Duration> terms) {
        return switch (datasets.endOf(dataset)) {
            case Kept.ByRule(var rule) when rule.equals(ClosedRule.nameOf("organization")) ->
                    new Processing.End("privacy.map.until-erased", 0);
            case Kept.ByRule(var rule) ->
                    new Processing.End("privacy.kept." + rule, termOf(rule, terms).toDays());
            case Kept.For(var time) when time.toDays() > 0 ->
                    new Processing.End("privacy.map.for-days", time.toDays());
            case Kept.For(var time) -> new Processing.End("privacy.map.for-hours", time.toHours());
            case Kept.ByOperator() -> new Processing.End("privacy.map.by-operator", 0);
            default -> new Processing.End("privacy.map.until-done", 0);
        };
    }

    /** An organization's, where the installation has the same of its own. */
    private Duration termOf(String name, Function<RetentionRule, Duration> terms) {
        return rules.all().stream()
                .filter(rule -> rule.name().equals(name))
                .max(Comparator.comparing(RetentionRule::isOfOrganizations))
                .map(terms)
                .orElseThrow();
    }

    private Duration chosen(RetentionRule rule) {
        return rule.isOfOrganizations() ? settings.termOf(rule) : rule.term().usual();
    }

    /** Of what has an owner among organizations; the name comes from the code. */
    private OptionalLong rows(Dataset dataset) {
        if (dataset.place() != Place.TABLE || !dataset.neutral().contains("organization_id")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                jdbc.sql(
                                "select count(*) from (select from %s limit :most) as found"
                                        .formatted(dataset.name()))
                        .param("most", Processing.MOST_COUNTED + 1)
                        .query(Long.class)
                        .single());
    }
}
