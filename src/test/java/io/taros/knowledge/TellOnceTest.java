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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands on many pages of a site is learned once. */
@TarosTest
class TellOnceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAGES = 8;
    private static final String LETTER = "Get our letter with offers every month.";
    private static final String HOURS = "We are open from nine to five.";

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final Sources sources;
    private final TellOnce tellOnce;
    private final Bots bots;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final TestSite site = new TestSite();
    private Bot.Id robin;

    TellOnceTest(
            Sources sources,
            TellOnce tellOnce,
            Bots bots,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.sources = sources;
        this.tellOnce = tellOnce;
        this.bots = bots;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void open() {
        robin = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void keepsItOnThePageNearestToTheStart() {
        for (int page = 0; page < PAGES; page++) {
            site.html("/" + page, html(page, HOURS));
        }

        Source source = taught();

        assertThat(pagesThatTell("letter with offers")).containsExactly("/0");
        assertThat(pagesThatTell("open from nine")).containsExactly("/0");
        assertThat(pagesThatTell("says that lamps")).hasSize(PAGES);
        assertThat(source.progress().indexed()).isEqualTo(PAGES);
        assertThat(headings("Newsletter")).isOne();
    }

    @Test
    void givesItToAnotherPageWhenThatOneIsGone() {
        for (int page = 0; page < PAGES; page++) {
            site.html("/" + page, html(page, HOURS));
        }
        taught();
        site.html("/0", html(0, "We have closed the shop for good.").replace(LETTER, ""));

        Source source = taught();

        assertThat(pagesThatTell("letter with offers")).containsExactly("/1");
        assertThat(pagesThatTell("open from nine")).containsExactly("/1");
        assertThat(pagesThatTell("closed the shop")).containsExactly("/0");
        assertThat(source.progress().indexed()).isEqualTo(PAGES);
    }

    @Test
    void leavesAloneWhatFewPagesShare() {
        for (int page = 0; page < PAGES; page++) {
            site.html(
                    "/" + page,
                    page < 3 ? html(page, HOURS) : html(page, HOURS).replace(LETTER, ""));
        }

        taught();

        assertThat(pagesThatTell("letter with offers")).containsExactly("/0", "/1", "/2");
    }

    @Test
    void changesNothingTheSecondTime() {
        for (int page = 0; page < PAGES; page++) {
            site.html("/" + page, html(page, HOURS));
        }
        Source source = taught();
        List<UUID> before = passages();

        Tenancy.runAs(acme, () -> tellOnce.settle(source.id()));

        assertThat(passages()).isEqualTo(before);
    }

    private static String html(int page, String below) {
        return """
        <title>Page %d</title><main><p>Page number %d says that lamps of kind %d are sold here, and for how much.</p>
        <h2>Newsletter</h2><p>%s</p></main><a href='/%d'>next</a>
        <footer><p>%s</p></footer>
        """
                .formatted(page, page, page, LETTER, Math.min(page + 1, PAGES - 1), below);
    }

    private Source taught() {
        Source.Id id =
                Tenancy.callAs(
                                acme,
                                () ->
                                        sources.add(
                                                new NewSource.Website(robin, site.url("/0"), null)))
                        .id();
        eventually(
                PATIENCE,
                () ->
                        assertThat(Tenancy.callAs(acme, () -> sources.get(id)).status())
                                .isEqualTo(Source.Status.READY));
        return Tenancy.callAs(acme, () -> sources.get(id));
    }

    private List<String> pagesThatTell(String words) {
        return rows(
                        """
                        select d.url from document d join passage p on p.document_id = d.id
                        where p.text like '%' || :words || '%' order by d.url
                        """,
                        words, String.class)
                .stream()
                .map(url -> url.substring(url.lastIndexOf('/')))
                .toList();
    }

    private int headings(String words) {
        return rows(
                        "select count(*) from passage where text like '%# ' || :words || '%'",
                        words, Integer.class)
                .getFirst();
    }

    private List<UUID> passages() {
        return rows("select id from passage where text <> :words order by id", "", UUID.class);
    }

    private <T> List<T> rows(String sql, String words, Class<T> type) {
        return Tenancy.callAs(
                acme,
                () ->
                        transactions.execute(
                                status -> jdbc.sql(sql).param("words", words).query(type).list()));
    }
}
