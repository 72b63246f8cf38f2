package io.taros.privacy;

import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Datasets;
import io.taros.platform.datamap.Kept;
import io.taros.platform.datamap.Place;
import io.taros.platform.datamap.Purpose;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.RetentionRules;
import io.taros.privacy.web.RecordPage;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the bound organization holds of people: the map, with its own terms and figures. */
@Repository
class Holdings {
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
    public List<RecordPage.Activity> list() {
        return datasets.byPurpose().entrySet().stream()
                .map(entry -> activity(entry.getKey(), entry.getValue()))
                .toList();
    }

    private RecordPage.Activity activity(Purpose purpose, List<Dataset> of) {
        return new RecordPage.Activity(
                purpose,
                of.stream()
                        .flatMap(dataset -> dataset.subjects().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                of.stream().map(this::holding).toList());
    }

    private RecordPage.Holding holding(Dataset dataset) {
        return new RecordPage.Holding(
                dataset.name(), dataset.place(), dataset.lies(), end(dataset), rows(dataset));
    }

    private RecordPage.End end(Dataset dataset) {
        return switch (datasets.endOf(dataset)) {
            case Kept.ByRule(var rule) when rule.equals(ClosedRule.nameOf("organization")) ->
                    new RecordPage.End("privacy.map.until-erased", 0);
            case Kept.ByRule(var rule) ->
                    new RecordPage.End("privacy.kept." + rule, termOf(rule).toDays());
            case Kept.For(var time) when time.toDays() > 0 ->
                    new RecordPage.End("privacy.map.for-days", time.toDays());
            case Kept.For(var time) -> new RecordPage.End("privacy.map.for-hours", time.toHours());
            default -> new RecordPage.End("privacy.map.until-done", 0);
        };
    }

    private Duration termOf(String name) {
        return rules.all().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(this::chosen)
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
                        .param("most", RecordPage.MOST_COUNTED + 1)
                        .query(Long.class)
                        .single());
    }
}
