package io.taros.analytics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import io.taros.bot.Bot;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what was counted into the sums: every minute, and before somebody looks at them, so that
 * they are never behind. Each count is taken away in the transaction that adds it.
 */
@Component
class AddingUp {
    private static final Logger LOG = LoggerFactory.getLogger(AddingUp.class);
    static final Duration EVERY = Duration.ofMinutes(1);

    private final BotCounts counts;
    private final BotDays days;
    private final Tallies tallies;
    private final TransactionTemplate transactions;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("adding-up").factory());

    AddingUp(BotCounts counts, BotDays days, Tallies tallies, TransactionTemplate transactions) {
        this.counts = counts;
        this.days = days;
        this.tallies = tallies;
        this.transactions = transactions;
    }

    /** Of the bound organization; as far as the caller sees its bots. */
    void now() {
        var isMore = true;
        while (isMore) {
            isMore = transactions.execute(status -> addUp(counts.take()));
        }
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            timer.scheduleWithFixedDelay(
                    this::everywhere, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private void everywhere() {
        try {
            counts.organizations().forEach(this::of);
        } catch (RuntimeException e) {
            LOG.warn("Adding up what was counted failed, trying again later", e);
        }
    }

    /** What fails in one keeps none of the others waiting. */
    private void of(OrganizationId organization) {
        try {
            Tenancy.runAs(organization, this::now);
        } catch (RuntimeException e) {
            LOG.warn("Adding up for organization {} failed, trying again later", organization, e);
        }
    }

    private record BotDay(Bot.Id bot, LocalDate day) {}

    private boolean addUp(List<BotCounts.Row> counted) {
        Predicate<BotCounts.Row> isOfDay = row -> row.kind() == null;
        var byDay =
                counted.stream()
                        .filter(isOfDay)
                        .collect(groupingBy(row -> new BotDay(row.botId(), row.day())));
        var begun = new ArrayList<BotDay>();
        byDay.forEach((day, rows) -> {
            if (addDay(day, rows)) {
                begun.add(day);
            }
        });
        counted.stream()
                .filter(isOfDay.negate())
                .collect(
                        groupingBy(
                                Tallies.Row::of,
                                reducing(Tally.NONE, BotCounts.Row::tally, Tally::plus)))
                .forEach(tallies::add);
        // With all that belongs to the weeks before.
        begun.forEach(day -> tallies.settle(day.bot(), Insights.mondayOf(day.day())));
        return counted.size() == BotCounts.AT_ONCE;
    }

    private boolean addDay(BotDay of, List<BotCounts.Row> counted) {
        var isFirst = days.begin(of.bot(), of.day());
        days.add(
                of.bot(),
                counted.stream()
                        .map(DayFigures::of)
                        .reduce(DayFigures.none(of.day()), DayFigures::plus));
        return isFirst;
    }
}
