package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.platform.fetch.TestSite;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.storage.BlobId;
import io.taros.platform.storage.BlobStore;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.TooLarge;
import io.taros.search.BotScope;
import io.taros.search.Hit;
import io.taros.search.Passage;
import io.taros.search.PassageIndex;
import io.taros.search.RetrievalQuery;
import io.taros.search.Retriever;
import io.taros.testing.TarosTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** P-09: what can be taught, what is found of it, and for whom. */
@TarosTest
class TeachingTest {
    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId globex = new OrganizationId(UUID.randomUUID());
    private final Sources sources;
    private final Documents documents;
    private final Bots bots;
    private final Retriever retriever;
    private final PassageIndex index;
    private final Healing healing;
    private final BlobStore blobs;
    private final Sentence sentence;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private TestSite site;
    private Bot.Id robin;

    TeachingTest(
            Sources sources,
            Documents documents,
            Bots bots,
            Retriever retriever,
            PassageIndex index,
            Healing healing,
            BlobStore blobs,
            Sentence sentence,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.sources = sources;
        this.documents = documents;
        this.bots = bots;
        this.retriever = retriever;
        this.index = index;
        this.healing = healing;
        this.blobs = blobs;
        this.sentence = sentence;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void open() {
        site = new TestSite();
        robin = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Nested
    class Texts {
        @Test
        void canBeFoundOnceTheyAreReady() {
            Source source = taught(new NewSource.Text(robin, "Returns", RETURNS));

            assertThat(source.progress()).isEqualTo(new Source.Progress(1, 0, 1, 0, 1, 1, 1));
            assertThat(found("Can I send the lamp back?"))
                    .extracting(hit -> hit.passage().title())
                    .containsExactly("Returns");
        }

        @Test
        void addedTwiceAreOneSource() {
            Source first = taught(new NewSource.Text(robin, "Returns", RETURNS));
            Source second = taught(new NewSource.Text(robin, "Returns", RETURNS));

            assertThat(second.id()).isEqualTo(first.id());
            assertThat(Tenancy.callAs(acme, () -> sources.list(robin))).hasSize(1);
        }

        @Test
        void taughtToAnotherBotAreNotEmbeddedAgain() {
            taught(new NewSource.Text(robin, "Returns", RETURNS));
            int before = embeddings();
            Bot.Id other = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Kim"))).id();

            taught(new NewSource.Text(other, "Returns", RETURNS));

            assertThat(embeddings()).isEqualTo(before).isPositive();
        }

        @Test
        void comeBackAsTheyWere() {
            String odd = "Ω≈ç√∫ 田中さん <script>alert(1)</script> ; drop table source;--\n\ttab";
            Source source = taught(new NewSource.Text(robin, "<b>odd</b>", odd));

            assertThat(listed(source)).containsExactly(odd);
        }

        @Test
        void areRefusedWhenEmptyOrTooLong() {
            assertThatThrownBy(() -> taught(new NewSource.Text(robin, null, " \n")))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("knowledge.input.text-empty");
            assertThatThrownBy(() -> taught(new NewSource.Text(robin, null, "x".repeat(11 << 20))))
                    .isInstanceOf(TooLarge.class)
                    .extracting(refused -> ((TooLarge) refused).getArguments())
                    .isEqualTo(new Object[] {10L});
        }
    }

    @Nested
    class QuestionsAndAnswers {
        @Test
        void areFoundByEveryPhrasing() {
            taught(
                    new NewSource.Qa(
                            robin,
                            "How do I reset my password?",
                            List.of("I forgot my login"),
                            "Press Forgot."));

            Passage passage = found("i forgot my login").getFirst().passage();

            assertThat(passage.kind()).isEqualTo(Passage.Kind.QUESTION);
            assertThat(passage.answer()).isEqualTo("Press Forgot.");
        }

        /** As the migration computed it for those that were taught before. */
        @Test
        void areKnownByTheHashOfBothWithTheirLengths() {
            taught(new NewSource.Qa(robin, "Åbent?", List.of(), "Kl. 9 ☕"));

            assertThat(
                            count(
                                    """
                                    passage where embedding_hash = sha256(convert_to(
                                        '7:Åbent?' || '17:Åbent?' || chr(10) || 'Kl. 9 ☕', 'UTF8'))
                                    """))
                    .isOne();
        }
    }

    @Nested
    class Files {
        @Test
        void failWithOneSentence() {
            Source source =
                    taught(new NewSource.File(robin, "guide.pdf", bytes("%PDF-1.4 cut off")));

            assertThat(source.status()).isEqualTo(Source.Status.FAILED);
            assertThat(sentence.of(source.problem(), Locale.ENGLISH))
                    .isEqualTo(
                            "The PDF is damaged or incomplete; open it, save it again and add the new copy.");
        }

        @Test
        void mayHaveAScriptForAName() {
            Source source =
                    taught(
                            new NewSource.File(
                                    robin,
                                    "../../<script>alert('x')</script>.md",
                                    bytes("# Hi\n\nText.")));

            assertThat(source.status()).isEqualTo(Source.Status.READY);
            assertThat(source.title()).isEqualTo("script>.md");
        }

        @Test
        void areReadAgainOnRetry() {
            Source source = taught(new NewSource.File(robin, "a.txt", bytes(RETURNS)));

            Tenancy.callAs(acme, () -> sources.retry(source.id()));

            assertThat(finished(source.id()).status()).isEqualTo(Source.Status.READY);
        }
    }

    @Nested
    class Websites {
        @Test
        void areReadPageByPageWithinTheSite() {
            smallSite();

            Source source = taught(new NewSource.Website(robin, site.url("/"), null));

            assertThat(source.status()).isEqualTo(Source.Status.READY);
            assertThat(listed(source)).hasSize(3);
            assertThat(site.asked()).doesNotHaveDuplicates().doesNotContain("/private/secret");
            assertThat(failures(source))
                    .containsExactly("There is no page at this address (any more).");
            assertThat(found("How much does delivery to Norway cost?").getFirst().passage().url())
                    .isEqualTo(site.url("/delivery"));
        }

        @Test
        void learnOnlyWhatChangedWhenReadAgain() {
            smallSite();
            Source source = taught(new NewSource.Website(robin, site.url("/"), null));
            int before = embeddings();
            site.html(
                    "/delivery",
                    page("Delivery", "Delivery to Norway costs 59 kroner from now on."));
            goneOnlyAfterItsCopyWasRead("/returns", "/copy");

            taught(new NewSource.Website(robin, site.url("/"), null));

            assertThat(embeddings()).isEqualTo(before + 1);
            // The copy of the vanished page, so far left out as a duplicate, takes its place.
            assertThat(listed(source)).hasSize(3).anyMatch(text -> text.contains("59 kroner"));
            assertThat(found("Can I send the lamp back?"))
                    .noneMatch(hit -> site.url("/returns").equals(hit.passage().url()));
        }

        @Test
        void keepTheDateOfTheirLastChangeWhenFoundAsTheyWere() {
            smallSite();
            taught(new NewSource.Website(robin, site.url("/"), null));
            Instant lamps = changed("/");
            Instant delivery = changed("/delivery");
            site.html("/delivery", page("Delivery", "Delivery costs 59 kroner from now on."));

            taught(new NewSource.Website(robin, site.url("/"), null));

            assertThat(changed("/")).isEqualTo(lamps);
            assertThat(changed("/delivery")).isAfter(delivery);
        }

        @Test
        void areOfTheAgeTheirServerSaysWhenItIsOlderThanTheVisit() {
            pricesOf("/2025", "49", "Thu, 02 Jan 2025 08:00:00 GMT");
            pricesOf("/2026", "59", "Fri, 02 Jan 2026 08:00:00 GMT");
            site.html(
                    "/",
                    page("Lamps", "We sell lamps.") + "<a href='/2025'>a</a><a href='/2026'>b</a>");

            taught(new NewSource.Website(robin, site.url("/"), null));

            assertThat(found("What does a parcel within Denmark cost?"))
                    .extracting(hit -> hit.passage().url())
                    .startsWith(site.url("/2026"), site.url("/2025"));
        }

        private void pricesOf(String path, String price, String modified) {
            String text =
                    "A parcel within Denmark costs %s kroner up to 20 kilos.".formatted(price);
            site.on(
                    path,
                    exchange -> {
                        exchange.getResponseHeaders().set("Last-Modified", modified);
                        TestSite.send(exchange, 200, "text/html", page("Prices", text));
                    });
        }

        private Instant changed(String path) {
            return Tenancy.callAs(
                    acme,
                    () ->
                            transactions.execute(status ->
                                    jdbc.sql("select changed_at from document where url = :url")
                                            .param("url", site.url(path))
                                            .query(Instant.class)
                                            .single()));
        }

        @Test
        void areNotReadWhenRobotsForbidsOrCannotBeAsked() {
            smallSite();
            site.status("/robots.txt", 503);

            Source source = taught(new NewSource.Website(robin, site.url("/"), null));

            assertThat(source.status()).isEqualTo(Source.Status.FAILED);
            assertThat(sentence.of(source.problem(), Locale.ENGLISH))
                    .startsWith("The robots.txt of the site could not be read");
            assertThat(site.asked()).containsOnly("/robots.txt");
        }

        @Test
        void withLinksWithoutEndAreCut() {
            site.otherwise(exchange -> {
                String asked = exchange.getRequestURI().toString();
                String html =
                        page("Trap " + asked, "Nothing new on " + asked + " for anybody.")
                                + "<a href='?month=%d'>next</a><a href='deeper/'>on</a>"
                                        .formatted(site.asked().size());
                TestSite.send(exchange, 200, "text/html", html);
            });
            site.status("/robots.txt", 404);

            Source source = taught(new NewSource.Website(robin, site.url("/"), null));

            assertThat(source.status()).isEqualTo(Source.Status.READY);
            assertThat(source.progress().found()).isBetween(5, 200);
        }

        @Test
        void thatRedirectToMetadataFailWithOneSentence() {
            site.redirect("/", "http://169.254.169.254/latest/meta-data/")
                    .status("/robots.txt", 404);

            Source source = taught(new NewSource.Website(robin, site.url("/"), null));

            assertThat(source.status()).isEqualTo(Source.Status.FAILED);
            assertThat(sentence.of(source.problem(), Locale.ENGLISH))
                    .startsWith("The page leads to http://169.254.169.254");
        }

        @Test
        void canBeGivenAsASitemap() {
            smallSite();
            site.text(
                    "/sitemap.xml",
                    "application/xml",
                    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>"
                            + site.url("/delivery")
                            + "</loc></url><url><loc>http://elsewhere.example/</loc></url></urlset>");

            Source source = taught(new NewSource.Sitemap(robin, site.url("/sitemap.xml"), null));

            assertThat(source.progress()).isEqualTo(new Source.Progress(1, 0, 1, 0, 1, 1, 1));
        }
    }

    @Nested
    class Deletion {
        @Test
        void takesEffectAtOnceAndEverywhere() {
            Source source = taught(new NewSource.Text(robin, "Returns", RETURNS));

            Tenancy.runAs(acme, () -> sources.remove(source.id()));

            assertThat(found("Can I send the lamp back?")).isEmpty();
            assertThatThrownBy(() -> Tenancy.callAs(acme, () -> sources.get(source.id())))
                    .isInstanceOf(NotFound.class);
            eventually(() -> {
                assertThat(index.documents(acme)).isEmpty();
                assertThat(count("forgotten")).isZero();
                assertThat(embeddings()).isZero();
            });
        }

        @Test
        void ofABotForgetsWhatItWasTaught() {
            taught(new NewSource.Text(robin, "Returns", RETURNS));

            Tenancy.runAs(acme, () -> bots.remove(robin));

            assertThat(count("forgotten")).isEqualTo(2);
            Tenancy.runAs(acme, () -> healing.handle(new HealIndex(acme)));
            assertThat(index.documents(acme)).isEmpty();
        }
    }

    @Nested
    class Organizations {
        @Test
        void seeNothingOfEachOther() {
            Source source = taught(new NewSource.Text(robin, "Returns", RETURNS));

            Tenancy.runAs(
                    globex,
                    () -> {
                        assertThat(sources.find(source.id())).isEmpty();
                        assertThat(sources.list(robin)).isEmpty();
                        assertThat(documents.readable(source.id(), null, 10)).isEmpty();
                        assertThatThrownBy(() -> sources.remove(source.id()))
                                .isInstanceOf(NotFound.class);
                        assertThatThrownBy(() -> sources.retry(source.id()))
                                .isInstanceOf(NotFound.class);
                        assertThatThrownBy(() -> sources.add(new NewSource.Text(robin, "a", "b")))
                                .isInstanceOf(NotFound.class);
                    });
        }
    }

    @Nested
    class Crashes {
        @Test
        void betweenTheTwoStoresHealAtTheNextStart() {
            Source kept = taught(new NewSource.Text(robin, "Returns", RETURNS));
            Source lost =
                    taught(
                            new NewSource.Text(
                                    robin, "Hours", "The shop opens at nine on every weekday."));
            index.remove(acme, index.documents(acme));
            transact("delete from source where id = '" + lost.id().value() + "'");

            Tenancy.runAs(acme, () -> healing.handle(new HealIndex(acme)));

            assertThat(index.documents(acme)).hasSize(1);
            assertThat(found("Can I send the lamp back?"))
                    .extracting(hit -> hit.passage().source())
                    .containsExactly(kept.id().value());
        }

        @Test
        void betweenAFileAndItsRowLeaveNothingBehind() {
            Source source = taught(new NewSource.Text(robin, "Returns", RETURNS));
            var old = UUID.fromString("01940000-0000-7000-8000-000000000001");
            Tenancy.runAs(
                    acme,
                    () -> {
                        blobs.put(new BlobId(old), bytes("left behind"));
                        healing.handle(new HealIndex(acme));

                        assertThat(blobs.get(new BlobId(old))).isEmpty();
                    });
            assertThat(listed(source)).containsExactly(RETURNS);
        }

        @Test
        void ofAnIndexAreMendedFromTheDatabaseAlone() {
            taught(new NewSource.Text(robin, "Returns", RETURNS));
            index.delete(acme);

            Tenancy.runAs(acme, () -> healing.handle(new HealIndex(acme)));

            assertThat(found("Can I send the lamp back?")).hasSize(1);
        }
    }

    private static final String RETURNS =
            "You may send the lamp back within 30 days of delivery. Returning it is free of charge.";

    private void smallSite() {
        site.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\n")
                .html(
                        "/",
                        page("Lamps", "We sell lamps that last for a very long time.")
                                + "<a href='/returns'>r</a><a href='/delivery#top'>d</a><a href='/gone'>g</a>"
                                + "<a href='/private/secret'>s</a><a href='http://elsewhere.example/'>e</a>"
                                + "<a href='/copy'>c</a><a href='/picture.png'>p</a><a href='mailto:a@b.c'>m</a>")
                .html("/returns", page("Returns", RETURNS))
                .html("/copy", page("Returns", RETURNS))
                .html(
                        "/delivery",
                        page("Delivery", "Delivery to Norway costs 39 kroner for every parcel."));
    }

    /** The order in which the copy is left out as a duplicate of a page that then is not there. */
    private void goneOnlyAfterItsCopyWasRead(String path, String copy) {
        long before = site.asked().stream().filter(copy::equals).count();
        site.on(
                path,
                exchange -> {
                    eventually(() ->
                            assertThat(site.asked().stream().filter(copy::equals).count())
                                    .isGreaterThan(before));
                    TestSite.send(exchange, 404, "text/plain", "");
                });
    }

    private static String page(String title, String text) {
        return "<title>%s</title><main><h1>%s</h1><p>%s</p></main>".formatted(title, title, text);
    }

    private Source taught(NewSource source) {
        return finished(Tenancy.callAs(acme, () -> sources.add(source)).id());
    }

    private Source finished(Source.Id id) {
        return Settled.of(sources, acme, id);
    }

    private List<Hit> found(String question) {
        return Tenancy.callAs(
                acme,
                () ->
                        retriever
                                .retrieve(
                                        new RetrievalQuery(
                                                new BotScope(robin.value()), question, null, 5))
                                .hits());
    }

    private List<String> listed(Source source) {
        return Tenancy.callAs(
                acme,
                () ->
                        documents.readable(source.id(), null, 1_000).stream()
                                .map(document -> documents.text(document.id()).orElseThrow())
                                .toList());
    }

    private List<String> failures(Source source) {
        return Tenancy.callAs(
                acme,
                () ->
                        documents.failed(source.id(), 100).stream()
                                .map(document -> sentence.of(document.problem(), Locale.ENGLISH))
                                .toList());
    }

    private int embeddings() {
        return count("passage_embedding");
    }

    private int count(String table) {
        return Tenancy.callAs(
                acme,
                () ->
                        transactions.execute(status ->
                                jdbc.sql("select count(*) from " + table)
                                        .query(Integer.class)
                                        .single()));
    }

    private void transact(String sql) {
        Tenancy.runAs(
                acme, () -> transactions.executeWithoutResult(status -> jdbc.sql(sql).update()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
