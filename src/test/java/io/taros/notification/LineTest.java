package io.taros.notification;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Conversations;
import io.taros.conversation.NewConversation;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is next in the line of a channel, and who waits for whom. */
@TarosTest
class LineTest {
    private final Tenants tenants;
    private final Bots bots;
    private final Conversations conversations;
    private final Channels channels;
    private final Deliveries deliveries;
    private final ChannelHealth health;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CrossOrganization everything;
    private final int port;
    private Tenants.Tenant acme;
    private Bot.Id robin;
    private Bot.Id wren;
    private Channel.Id channel;

    LineTest(
            Tenants tenants,
            Bots bots,
            Conversations conversations,
            Channels channels,
            Deliveries deliveries,
            ChannelHealth health,
            Audit audit,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.conversations = conversations;
        this.channels = channels;
        this.deliveries = deliveries;
        this.health = health;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.everything = everything;
        this.port = port;
    }

    @BeforeEach
    void aLine() {
        acme = tenants.open("Acme");
        as(() -> {
            robin = bots.add(BotSettings.named("Robin")).id();
            wren = bots.add(BotSettings.named("Wren")).id();
            var owner = Caller.member(acme.organization(), acme.owner().value(), Set.of());
            var settings =
                    new ChannelSettings(
                            "Warehouse",
                            "http://127.0.0.1:1/",
                            Set.of(Event.CONVERSATION_ASSIGNED),
                            null,
                            false);
            channel = channels.add(Channel.Kind.WEBHOOK, settings, owner).id();
        });
    }

    private void as(Runnable work) {
        Tenancy.runAs(acme.organization(), work);
    }

    private Delivery.Id put(String status, boolean isUnderWay, Bot.Id bot) {
        var id = new Delivery.Id(UUID.randomUUID());
        transactions.executeWithoutResult(open ->
                jdbc.sql(
                                """
                                insert into notification_delivery (organization_id, id, channel_id, event, bot_id, status, is_under_way, created_at)
                                values (:organization, :id, :channel, 'TEST', :bot, :status, :underWay, now())
                                """)
                        .param("organization", acme.organization())
                        .param("id", id)
                        .param("channel", channel)
                        .param("bot", bot)
                        .param("status", status)
                        .param("underWay", isUnderWay)
                        .update());
        return id;
    }

    private List<String> underWay() {
        return everything.inTransaction(staff ->
                staff.sql(
                                "select event || ' ' || id from notification_delivery where is_under_way order by position")
                        .query(String.class)
                        .list());
    }

    @Test
    void whatIsSentAgainWaitsItsTurn() {
        as(() -> {
            var before = put("FAILED", false, robin);
            var slow = put("PENDING", true, robin);

            deliveries.again(channel, before);

            assertThat(underWay()).containsExactly("TEST " + slow.value());
            deliveries.delivered(deliveries.get(slow));
            assertThat(underWay()).contains("TEST " + before.value());
        });
    }

    /** Whoever sees one bot alone does not see that something of another is on its way. */
    @Test
    void aLimitedMemberBeginsNothingBesideWhatIsUnderWay() {
        var slow = Tenancy.callAs(acme.organization(), () -> put("PENDING", true, wren));
        var chat =
                Tenancy.callAs(
                        acme.organization(),
                        () ->
                                conversations
                                        .open(
                                                new NewConversation(
                                                        robin, "en", null, null, null, null))
                                        .id());
        var limited = new Browser(port);
        limited.signIn(
                tenants.limited(acme.organization(), Role.AGENT, robin.value()), Tenants.PASSWORD);
        limited.get("/inbox/" + chat.value());

        assertThat(limited.post("/inbox/" + chat.value() + "/take-over").status()).isEqualTo(303);

        assertThat(pending()).isEqualTo(2);
        eventually(() -> assertThat(waitingJobs()).isZero());
        assertThat(underWay()).containsExactly("TEST " + slow.value());
    }

    private int pending() {
        return everything.inTransaction(staff ->
                staff.sql(
                                "select count(*)::int from notification_delivery where status = 'PENDING'")
                        .query(Integer.class)
                        .single());
    }

    private int waitingJobs() {
        return everything.inTransaction(staff ->
                staff.sql(
                                "select count(*)::int from scheduled_tasks where task_name = 'GoOnInLine'")
                        .query(Integer.class)
                        .single());
    }

    /** Whatever happens has the audit log before it has a channel. */
    @Test
    void switchingOffDoesNotWaitForTheAuditLog() {
        everything.inTransaction(staff ->
                staff.sql(
                                "update notification_channel set failures = 9, failing_since = :since, last_failed_at = :lately")
                        .param("since", Instant.now().minus(Duration.ofDays(2)))
                        .param("lately", Instant.now().minus(Duration.ofMinutes(1)))
                        .update());
        as(() ->
                transactions.executeWithoutResult(open -> {
                    audit.record(() -> "line.held");
                    var elsewhere =
                            CompletableFuture.supplyAsync(() ->
                                    Tenancy.callAs(
                                            acme.organization(), () -> health.failed(channel)));
                    assertThat(elsewhere.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
                }));
        eventually(() -> assertThat(audited()).contains("notification-channel.switched-off"));
    }

    private List<String> audited() {
        return everything.inTransaction(
                staff -> staff.sql("select action from audit_entry").query(String.class).list());
    }
}
