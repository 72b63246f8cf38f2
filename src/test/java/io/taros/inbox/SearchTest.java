package io.taros.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Restrictions;
import io.taros.conversation.SearchConversations;
import io.taros.conversation.SearchWords;
import io.taros.conversation.Searched;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Words looked for in conversations, which are sealed. */
@TarosTest
class SearchTest {
    private final Tenants tenants;
    private final Bots bots;
    private final Restrictions restrictions;
    private final SearchConversations search;
    private final int port;
    private final Browser owner;
    private Tenants.Tenant acme;
    private Bot bot;
    private Visitor visitor;

    SearchTest(
            Tenants tenants,
            Bots bots,
            Restrictions restrictions,
            SearchConversations search,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.restrictions = restrictions;
        this.search = search;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void somebodyWrites() {
        acme = tenants.open("Acme");
        bot = bot("Robin");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        visitor = write(bot, "Do you deliver to the lighthouse?");
        owner.get("/inbox");
    }

    private Bot bot(String name) {
        return Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named(name)));
    }

    private Visitor write(Bot bot, String words) {
        var one =
                Visitor.start(
                        URI.create("http://localhost:" + port),
                        bot.publicKey().value(),
                        Map.of("page", "https://shop.example/wellingtons"));
        one.replyTo(one.say(words, "c-1"));
        return one;
    }

    private Browser.Page find(Browser browser, String words) {
        return browser.post("/inbox/search", "words", words);
    }

    private Searched look(String words, @Nullable UUID before) {
        return Tenancy.callAs(
                acme.organization(),
                () ->
                        search.search(
                                SearchWords.of(words),
                                EnumSet.allOf(Searched.In.class),
                                before,
                                1));
    }

    private Searched.Hit hit(String words) {
        var found = look(words, null).hits();
        assertThat(found).as(words).hasSize(1);
        assertThat(found.getFirst().conversation().id().value()).hasToString(visitor.id());
        return found.getFirst();
    }

    @Test
    void areFoundWhereverTheyAre() {
        owner.post("/inbox/" + visitor.id() + "/replies", "text", "The postman rows there.");
        owner.post("/inbox/" + visitor.id() + "/notes", "text", "Skipper of the Alma");
        visitor.call(
                "POST",
                "/lead",
                "{\"name\": \"Mette Vestergaard\", \"email\": \"mette@fjord.example\", \"message\": \"Call after five\"}");

        assertThat(hit("LIGHTHOUSE deliver").in()).isEqualTo(Searched.In.VISITOR);
        assertThat(hit("postman").in()).isEqualTo(Searched.In.PERSON);
        assertThat(hit("alma").in()).isEqualTo(Searched.In.NOTE);
        assertThat(hit("vestergaard mette@fjord").in()).isEqualTo(Searched.In.CONTACT);
        assertThat(hit("after five").in()).isEqualTo(Searched.In.CONTACT);
        assertThat(hit("wellingtons").in()).isEqualTo(Searched.In.PAGE);
        assertThat(look("lighthouse postman", null).hits()).isEmpty();
        var page = find(owner, "lighthouse").body();
        assertThat(page)
                .contains("<mark>lighthouse</mark>", "/inbox/" + visitor.id() + "#entry-1")
                .contains("All that is kept was looked through");
        assertThat(find(owner, "narwhal").body()).contains("Nothing holds all of these words");
    }

    @Test
    void areLookedForFurtherBack() {
        var later = write(bot, "The lighthouse again");

        var first = look("lighthouse", null);
        var second = look("lighthouse", first.next());
        var third = look("lighthouse", second.next());

        assertThat(first.hits())
                .extracting(hit -> hit.conversation().id().value().toString())
                .containsExactly(later.id());
        assertThat(second.hits())
                .extracting(hit -> hit.conversation().id().value().toString())
                .containsExactly(visitor.id());
        assertThat(third.hits()).isEmpty();
        assertThat(third.next()).isNull();
        assertThat(
                        owner.post(
                                        "/inbox/search",
                                        "words",
                                        "lighthouse",
                                        "cursor",
                                        String.valueOf(first.next()))
                                .body())
                .contains(visitor.id())
                .doesNotContain(later.id());
    }

    @Test
    void areCountedWhereOneConversationHoldsThemAgain() {
        visitor.replyTo(visitor.say("That lighthouse, I mean", "c-2"));

        assertThat(find(owner, "lighthouse").body()).contains("That ", "and once more");
    }

    @Test
    void areFoundByThoseWhoSeeThem() {
        var other = bot("Wholesale");
        var limited = new Browser(port);
        limited.signIn(
                tenants.limited(acme.organization(), Role.AGENT, other.id().value()),
                Tenants.PASSWORD);
        limited.get("/inbox");
        var theirs = write(other, "A lighthouse of our own");
        var globex = new Browser(port);
        globex.signIn(tenants.open("Globex").email(), Tenants.PASSWORD);
        globex.get("/inbox");

        assertThat(find(limited, "lighthouse").body())
                .contains(theirs.id())
                .doesNotContain(visitor.id());
        assertThat(find(globex, "lighthouse").body()).contains("Nothing holds all of these words");
    }

    @Test
    void areFoundByProgramsExceptInNotes() {
        owner.post("/inbox/" + visitor.id() + "/notes", "text", "Lighthouse of the Alma");
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());

        var found = api.post("/conversations/search", Map.of("words", "lighthouse")).json();

        assertThat(found.at("/data/0/conversation").asString()).isEqualTo(visitor.id());
        assertThat(found.at("/data/0/in").asString()).isEqualTo("visitor");
        assertThat(found.at("/data/0/text").asString())
                .isEqualTo("Do you deliver to the lighthouse?");
        assertThat(found.at("/pagination/hasMore").asBoolean()).isFalse();
        assertThat(
                        api.post("/conversations/search", Map.of("words", "alma"))
                                .json()
                                .get("data")
                                .isEmpty())
                .isTrue();
        assertThat(api.post("/conversations/search", Map.of()).refusal(422))
                .contains("at least 2 letters");
    }

    @Test
    void areNotFoundInWhatIsRestricted() {
        Tenancy.runAs(
                acme.organization(),
                () -> restrictions.add(UUID.randomUUID(), List.of(UUID.fromString(visitor.id()))));

        for (var words : List.of("lighthouse", "wellingtons")) {
            assertThat(look(words, null).hits()).isEmpty();
        }
    }

    @Test
    void areEnoughAndNotTooOften() {
        var wrong = find(owner, "a");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Write at least 2 letters", "value=\"a\"");

        assertThat(find(owner, "lighthouse").status()).isEqualTo(200);
        assertThat(
                        LongStream.range(0, 2 * Limit.SEARCH.capacity())
                                .anyMatch(_ -> find(owner, "lighthouse").status() == 429))
                .isTrue();
    }
}
