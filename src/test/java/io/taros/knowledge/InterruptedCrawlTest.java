package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.platform.fetch.TestSite;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.testing.TarosTest;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A crawl cut off in the middle, as by a killed process: only what is in rows is left. */
@TarosTest
class InterruptedCrawlTest {
    private static final int PAGES = 60;

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final CrawlingSources crawling;
    private final SourceRows rows;
    private final NewSourceRules rules;
    private final Sources sources;
    private final Bots bots;
    private final TransactionTemplate transactions;

    InterruptedCrawlTest(
            CrawlingSources crawling,
            SourceRows rows,
            NewSourceRules rules,
            Sources sources,
            Bots bots,
            TransactionTemplate transactions) {
        this.crawling = crawling;
        this.rows = rows;
        this.rules = rules;
        this.sources = sources;
        this.bots = bots;
        this.transactions = transactions;
    }

    @Test
    void goesOnWhereItWasAndReadsEveryPageOnce() throws Exception {
        try (var site = new TestSite()) {
            var stuck = new CountDownLatch(1);
            for (int i = 0; i < PAGES; i++) {
                int page = i;
                site.on(
                        "/" + page,
                        exchange -> {
                            if (page == PAGES / 2 && stuck.getCount() > 0) {
                                stuck.countDown();
                                exchange.close();
                                return;
                            }
                            TestSite.send(exchange, 200, "text/html", html(page));
                        });
            }
            Bot.Id bot = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
            var draft = rules.check(new NewSource.Website(bot, site.url("/0"), null));
            Source.Id id =
                    Tenancy.callAs(
                                    acme,
                                    () ->
                                            transactions.execute(status ->
                                                    rows.add(
                                                            draft,
                                                            Source.Standing.PUBLISHED,
                                                            null,
                                                            Confirmation.byOperator())))
                            .id();
            var job = new CrawlSource(acme, id, 1);
            Thread first = Thread.ofVirtual().start(() -> crawl(job));
            stuck.await();
            first.interrupt();
            first.join();

            crawl(job);

            eventually(() -> assertThat(source(id).status()).isEqualTo(Source.Status.READY));
            List<String> asked =
                    site.asked().stream().filter(path -> !path.equals("/robots.txt")).toList();
            assertThat(new HashSet<>(asked)).hasSize(PAGES);
            // Two readers may each have had a page in hand when they were cut off.
            assertThat(asked.size()).isLessThanOrEqualTo(PAGES + 3);
            assertThat(source(id).progress().indexed()).isGreaterThanOrEqualTo(PAGES - 1);
        }
    }

    private Source source(Source.Id id) {
        return Tenancy.callAs(acme, () -> sources.get(id));
    }

    private void crawl(CrawlSource job) {
        Tenancy.runAs(
                acme,
                () -> {
                    try {
                        crawling.handle(job);
                    } catch (Exception cutOff) {
                        Thread.interrupted();
                    }
                });
    }

    private static String html(int page) {
        return "<title>Page %d</title><p>This is what page number %d has to say to the world.</p><a href='/%d'>next</a><a href='/%d'>on</a>"
                .formatted(
                        page,
                        page,
                        Math.min(2 * page + 1, PAGES - 1),
                        Math.min(2 * page + 2, PAGES - 1));
    }
}
