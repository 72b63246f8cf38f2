package io.taros.inbox;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.handover.HandoverRules;
import io.taros.handover.HandoverRules.Topic;
import io.taros.handover.Handovers;
import io.taros.handover.Team;
import io.taros.handover.Teams;
import io.taros.organization.Members;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Colleagues to whom conversations are left together. */
@TarosTest
class TeamsTest {
    private final Tenants tenants;
    private final World world;
    private final int port;
    private final Browser owner;
    private final Browser agent;
    private Tenants.Tenant acme;
    private Account.Id agentId;
    private RestCaller api;
    private Bot bot;
    private Visitor visitor;

    /** What the tests look into, and change behind the pages. */
    record World(
            Members members,
            Bots bots,
            Conversations conversations,
            Handovers handovers,
            Teams teams,
            Assignments assignments,
            Colleagues colleagues,
            Presence presence,
            Audit audit) {}

    TeamsTest(
            Tenants tenants,
            Members members,
            Bots bots,
            Conversations conversations,
            Handovers handovers,
            Teams teams,
            Assignments assignments,
            Colleagues colleagues,
            Presence presence,
            Audit audit,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.world =
                new World(
                        members,
                        bots,
                        conversations,
                        handovers,
                        teams,
                        assignments,
                        colleagues,
                        presence,
                        audit);
        this.port = port;
        owner = new Browser(port);
        agent = new Browser(port);
    }

    @BeforeEach
    void twoWhoMayReply() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        owner.signIn(acme.email(), Tenants.PASSWORD);
        agent.signIn(tenants.member(acme.organization(), Role.AGENT), Tenants.PASSWORD);
        as(() -> {
            bot = world.bots().add(BotSettings.named("Robin"));
            agentId =
                    world.members().list().stream()
                            .filter(member -> member.role().common() == Role.AGENT)
                            .findFirst()
                            .orElseThrow()
                            .accountId();
        });
        visitor = write();
        owner.get("/inbox");
    }

    private void as(Runnable work) {
        Tenancy.runAs(acme.organization(), work);
    }

    private Visitor write() {
        var one = Visitor.start(URI.create("http://localhost:" + port), bot.publicKey().value());
        one.replyTo(one.say("Do you deliver to Bornholm?", "c-1"));
        return one;
    }

    private Team.Id team(String name, Account.Id... members) {
        return Tenancy.callAs(acme.organization(), () -> world.teams().add(name, List.of(members)));
    }

    private Conversation of(Visitor visitor) {
        return Tenancy.callAs(
                acme.organization(),
                () ->
                        world.conversations()
                                .get(new Conversation.Id(UUID.fromString(visitor.id()))));
    }

    private String path(Visitor visitor) {
        return "/inbox/" + visitor.id();
    }

    private int transfer(Visitor visitor, Team.Id team) {
        return owner.post(path(visitor) + "/transfer/" + team.value()).status();
    }

    private List<String> audited() {
        return Tenancy.callAs(acme.organization(), () -> world.audit().latest(20)).stream()
                .map(AuditEntry::action)
                .filter(action -> action.startsWith("team."))
                .toList();
    }

    @Test
    void areMadeChangedAndDeleted() {
        assertThat(
                        owner.post(
                                        "/inbox/teams",
                                        "name",
                                        " Returns ",
                                        "member",
                                        agentId.toString(),
                                        "member",
                                        UUID.randomUUID().toString())
                                .status())
                .isEqualTo(303);
        var made = Tenancy.callAs(acme.organization(), () -> world.teams().list().getFirst());
        assertThat(made.name()).isEqualTo("Returns");
        assertThat(made.members()).containsExactly(agentId);
        var here = "/inbox/teams/" + made.id().value();
        assertThat(owner.get("/inbox/teams").body()).contains("Returns", "AGENT");
        assertThat(owner.get(here).body()).contains("checked");

        owner.post(here, "name", "Returns", "member", agentId.toString());
        owner.post(here, "name", "Sales");
        var changed = Tenancy.callAs(acme.organization(), () -> world.teams().get(made.id()));
        assertThat(changed).isEqualTo(new Team(made.id(), "Sales", List.of()));

        owner.post(here + "/removal");
        assertThat(owner.get(here).status()).isEqualTo(404);
        assertThat(audited())
                .containsExactlyInAnyOrder("team.added", "team.changed", "team.deleted");
    }

    @Test
    void areOneOfANameAndOfLimitedLength() {
        var sales = team("Sales");
        team("Returns");

        var again = owner.post("/inbox/teams", "name", "sales", "member", agentId.toString());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("There is a team “sales” already", "checked");
        assertThat(owner.post("/inbox/teams", "name", " ").status()).isEqualTo(422);
        assertThat(owner.post("/inbox/teams", "name", "x".repeat(41)).status()).isEqualTo(422);
        var taken = owner.post("/inbox/teams/" + sales.value(), "name", "RETURNS");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("There is a team “RETURNS” already");
    }

    @Test
    void areLeftConversationsThatTheirMembersFind() {
        var sales = team("Sales", agentId);
        owner.post(path(visitor) + "/take-over");

        assertThat(transfer(visitor, sales)).isEqualTo(303);

        assertThat(of(visitor).state()).isEqualTo(Conversation.State.WAITING);
        assertThat(of(visitor).assignee()).isNull();
        assertThat(owner.get(path(visitor)).body()).contains("Acme left it to Sales");
        assertThat(agent.get("/inbox/list?queue=TEAMS").body()).contains(path(visitor));
        assertThat(owner.get("/inbox/list?queue=TEAMS").body()).doesNotContain(path(visitor));
        var other = write();
        assertThat(owner.get("/inbox/list?team=" + sales.value()).body())
                .contains(path(visitor))
                .doesNotContain(path(other));
        assertThat(api.get("/conversations/" + visitor.id()).at("team"))
                .isEqualTo(sales.value().toString());
        assertThat(api.get("/teams").json().at("/data/0/name").asString()).isEqualTo("Sales");

        owner.post(path(visitor) + "/hand-back");
        assertThat(of(visitor).team()).isNull();
    }

    @Test
    void areAskedWhenSomebodyIsGivenWhatIsLeftToThem() {
        as(() -> {
            world.members().list().forEach(member -> world.presence().see(member.accountId()));
            world.assignments().choose(Assignment.ROUND_ROBIN);
        });
        var sales = team("Sales", agentId);

        for (var one : List.of(visitor, write())) {
            transfer(one, sales);
            eventually(() -> assertThat(of(one).assignee()).isEqualTo(agentId));
        }
        as(() -> assertThat(world.colleagues().isMeant(acme.owner(), of(visitor))).isFalse());

        as(() -> world.teams().change(sales, "Sales", List.of()));
        as(() -> assertThat(world.colleagues().isMeant(acme.owner(), of(visitor))).isTrue());
    }

    @Test
    void areNamedByTheRulesOfABot() {
        var sales = team("Sales");
        var returns = team("Returns");
        as(() ->
                world.handovers()
                        .keep(
                                bot.id(),
                                new HandoverRules(
                                        List.of(new Topic("Returns", List.of("return*"), returns)),
                                        null,
                                        false,
                                        List.of(),
                                        sales)));

        visitor.call("POST", "/handover", "");
        assertThat(of(visitor).team()).isEqualTo(sales);

        var other = write();
        other.replyTo(other.say("I want to return my jumper", "c-2"));
        assertThat(of(other).team()).isEqualTo(returns);
        assertThat(owner.get(path(other)).body()).contains("Handed over to a person: Returns");

        owner.post("/inbox/teams/" + sales.value() + "/removal");
        var third = write();
        third.call("POST", "/handover", "");
        assertThat(of(third).state()).isEqualTo(Conversation.State.WAITING);
        assertThat(of(third).team()).isNull();
        var wrong =
                owner.post(
                        "/bot/handover/rules",
                        "bot",
                        bot.id().value().toString(),
                        "team",
                        sales.value().toString());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("One of these teams is no more");
    }

    @Test
    void leaveWhatTheyHadToEverybodyWhenTheyEnd() {
        var sales = team("Sales", agentId);
        transfer(visitor, sales);

        owner.post("/inbox/teams/" + sales.value() + "/removal");

        assertThat(of(visitor).team()).isNull();
        assertThat(of(visitor).state()).isEqualTo(Conversation.State.WAITING);
        assertThat(owner.get("/inbox/list?queue=UNASSIGNED").body()).contains(path(visitor));
        assertThat(owner.get(path(visitor)).body()).contains("Acme left it to …");
    }

    @Test
    void areOfTheirOrganizationAndOfThoseWhoMayReply() {
        var sales = team("Sales");
        var globex = tenants.open("Globex");
        var theirs =
                Tenancy.callAs(globex.organization(), () -> world.teams().add("Theirs", List.of()));
        var reader = new Browser(port);
        reader.signIn(tenants.member(acme.organization(), Role.ANALYST), Tenants.PASSWORD);
        reader.get("/home");

        assertThat(transfer(visitor, theirs)).isEqualTo(404);
        assertThat(owner.get("/inbox/teams/" + theirs.value()).status()).isEqualTo(404);
        assertThat(owner.post("/inbox/teams/" + theirs.value() + "/removal").status())
                .isEqualTo(404);
        assertThat(reader.post(path(visitor) + "/transfer/" + sales.value()).status())
                .isEqualTo(403);
        assertThat(of(visitor).team()).isNull();
    }

    @Test
    void areLeftNothingThatIsOver() {
        var sales = team("Sales");
        owner.post(path(visitor) + "/resolve");

        assertThat(transfer(visitor, sales)).isEqualTo(409);
    }
}
