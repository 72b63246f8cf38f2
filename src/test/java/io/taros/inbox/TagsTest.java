package io.taros.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Tag;
import io.taros.conversation.Tags;
import io.taros.organization.Tenants;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalRecords;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Words that people put on conversations. */
@TarosTest
class TagsTest {
    private final Tenants tenants;
    private final Bots bots;
    private final Tags tags;
    private final List<PersonalRecords> records;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final int port;
    private final Browser owner;
    private Tenants.Tenant acme;
    private RestCaller api;
    private Bot bot;
    private Visitor visitor;

    TagsTest(
            Tenants tenants,
            Bots bots,
            Tags tags,
            List<PersonalRecords> records,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.tags = tags;
        this.records = records;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void somebodyWrites() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
        owner.signIn(acme.email(), Tenants.PASSWORD);
        visitor = write();
        owner.get("/inbox");
    }

    private Visitor write() {
        var one = Visitor.start(URI.create("http://localhost:" + port), bot.publicKey().value());
        one.replyTo(one.say("Do you deliver to Bornholm?", "c-1"));
        return one;
    }

    private Tag tag(String name) {
        return Tenancy.callAs(acme.organization(), () -> tags.add(name, Tag.Colour.TEAL));
    }

    private static String path(Visitor visitor, Tag tag) {
        return "/conversations/" + visitor.id() + "/tags/" + tag.id().value();
    }

    private List<String> on(Visitor visitor) {
        return api.get("/conversations/" + visitor.id() + "/tags")
                .json()
                .get("data")
                .valueStream()
                .map(one -> one.get("name").asString())
                .toList();
    }

    @Test
    void areMadePutOnFoundAndTakenOff() {
        assertThat(owner.post("/inbox/tags", "name", " Delivery ", "colour", "TEAL").status())
                .isEqualTo(303);
        var delivery = Tenancy.callAs(acme.organization(), () -> tags.list().getFirst());
        var other = write();
        var here = "/inbox/" + visitor.id();

        var put = owner.post(here + "/tags/" + delivery.id().value() + "?queue=ALL");

        assertThat(put.header("Location")).isEqualTo(here + "?queue=ALL");
        assertThat(owner.get(here).body()).contains("Take off Delivery", "label-teal");
        assertThat(owner.get("/inbox?tag=" + delivery.id().value()).body())
                .contains("/inbox/" + visitor.id())
                .doesNotContain("/inbox/" + other.id());
        assertThat(owner.get("/inbox?queue=BOT&tag=" + UUID.randomUUID()).body())
                .doesNotContain("/inbox/" + visitor.id());

        owner.post(here + "/tags/" + delivery.id().value() + "/removal");

        assertThat(on(visitor)).isEmpty();
    }

    @Test
    void areOneOfANameAndOfLimitedLength() {
        tag("Delivery");

        var again = owner.post("/inbox/tags", "name", "DELIVERY", "colour", "RED");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("There is a tag “DELIVERY” already");
        assertThat(owner.post("/inbox/tags", "name", "x".repeat(41)).status()).isEqualTo(422);
        assertThat(owner.post("/inbox/tags", "name", " ").status()).isEqualTo(422);
    }

    @Test
    void arePutOnByPrograms() {
        var delivery = tag("Delivery");

        assertThat(api.call("PUT", path(visitor, delivery), "").status()).isEqualTo(204);
        assertThat(api.call("PUT", path(visitor, delivery), "").status()).isEqualTo(204);

        assertThat(on(visitor)).containsExactly("Delivery");
        assertThat(api.get("/tags").json().at("/data/0/colour").asString()).isEqualTo("teal");
        assertThat(rows("select count(*) from audit_entry where action = 'conversation.tagged'"))
                .isEqualTo(1);
        assertThat(api.call("DELETE", path(visitor, delivery), "").status()).isEqualTo(204);
        assertThat(on(visitor)).isEmpty();
    }

    @Test
    void stayWhereTheyAreOnceArchivedAndAreTenAtMost() {
        var delivery = tag("Delivery");
        api.call("PUT", path(visitor, delivery), "");
        owner.post("/inbox/tags/" + delivery.id().value() + "/archive");

        assertThat(on(visitor)).containsExactly("Delivery");
        assertThat(api.call("PUT", path(write(), delivery), "").refusal(422)).contains("archived");

        owner.post("/inbox/tags/" + delivery.id().value() + "/return");
        var many = new ArrayList<Tag>();
        for (var number = 0; number < 10; number++) {
            many.add(tag("Tag " + number));
        }
        many.subList(0, 9).forEach(tag -> api.call("PUT", path(visitor, tag), ""));
        assertThat(api.call("PUT", path(visitor, many.get(9)), "").refusal(422))
                .contains("at most 10 tags");
    }

    @Test
    void areCountedAndUncounted() {
        var delivery = tag("Delivery");
        var visitors = new ArrayList<>(List.of(visitor));
        for (var number = 0; number < 5; number++) {
            visitors.add(write());
        }
        visitors.forEach(one -> api.call("PUT", path(one, delivery), ""));
        var tallied = "/insights?bot=" + bot.id().value();

        assertThat(api.get(tallied).json().at("/tags/groups/0/sums/conversations").asInt())
                .isEqualTo(6);

        api.call("DELETE", path(visitor, delivery), "");
        assertThat(api.get(tallied).json().at("/tags/groups/0/sums/conversations").asInt())
                .isEqualTo(5);

        api.call("DELETE", path(visitors.get(1), delivery), "");
        assertThat(api.get(tallied).json().at("/tags/groups").isEmpty()).isTrue();
    }

    @Test
    void areOfTheirOrganizationAndOfThoseWhoMayReply() {
        var delivery = tag("Delivery");
        var globex = new RestCaller("http://localhost:" + port, tenants.open("Globex").apiKey());
        var reader = new Browser(port);
        reader.signIn(tenants.member(acme.organization(), Role.ANALYST), Tenants.PASSWORD);
        reader.get("/inbox");

        assertThat(globex.call("PUT", path(visitor, delivery), "").status()).isEqualTo(404);
        assertThat(globex.get("/tags").json().get("data").isEmpty()).isTrue();
        assertThat(
                        reader.post("/inbox/" + visitor.id() + "/tags/" + delivery.id().value())
                                .status())
                .isEqualTo(403);
        assertThat(on(visitor)).isEmpty();
    }

    @Test
    void goWithTheConversationAndAreInThePersonsCopy() {
        api.call("PUT", path(visitor, tag("Delivery")), "");

        assertThat(copy()).contains("Delivery");

        visitor.call("DELETE", "", "");
        assertThat(rows("select count(*) from conversation_tag")).isZero();
        assertThat(rows("select count(*) from tag")).isEqualTo(1);
    }

    private String copy() {
        var person = new Person(List.of(UUID.fromString(visitor.id())), Set.of());
        var held = new StringBuilder();
        Tenancy.runAs(
                acme.organization(),
                () ->
                        records.stream()
                                .flatMap(one -> one.kinds().stream())
                                .filter(kind -> kind.name().equals("conversations"))
                                .forEach(kind -> kind.reader().read(person, held::append)));
        return held.toString();
    }

    private long rows(String sql) {
        return Tenancy.callAs(
                acme.organization(),
                () -> transactions.execute(status -> jdbc.sql(sql).query(Long.class).single()));
    }
}
