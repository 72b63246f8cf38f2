package io.taros.notification;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The channels of the bound organization; their addresses are kept sealed and shown to nobody. */
@Repository
public class Channels {
    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ChannelSecrets secrets;
    private final Bots bots;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;

    Channels(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ChannelSecrets secrets,
            Bots bots,
            Ids ids,
            InstantSource clock,
            Audit audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.secrets = secrets;
        this.bots = bots;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    private record Row(
            Channel.Id id,
            Channel.Kind kind,
            String name,
            byte[] sealedUrl,
            List<String> events,
            Bot.@Nullable Id botId,
            boolean isContent,
            @Nullable Instant previousUntil,
            @Nullable Instant failingSince,
            @Nullable Instant offAt) {}

    /**
     * @param secret shown once; absent where the other side has no use for one
     */
    public record Added(Channel.Id id, @Nullable String secret) {}

    /** A channel with where to write. */
    record Open(Channel channel, URI url) {}

    /** The oldest first. */
    public List<Channel> list() {
        return rows().stream().map(this::opened).map(Open::channel).toList();
    }

    public Channel get(Channel.Id id) {
        return find(id).map(Open::channel).orElseThrow(NotFound::new);
    }

    Optional<Open> find(Channel.Id id) {
        return rows().stream().filter(row -> row.id().equals(id)).findFirst().map(this::opened);
    }

    private List<Row> rows() {
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                select id, kind, name, sealed_url, events, bot_id, is_content, failing_since, off_at,
                                       case when previous_until > :now then previous_until end as previous_until
                                from notification_channel order by created_at, id
                                """)
                        .param("now", clock.instant())
                        .query(Row.class)
                        .list());
    }

    private Open opened(Row row) {
        var url = secrets.openAddress(row.id(), row.sealedUrl());
        return new Open(
                new Channel(
                        row.id(),
                        row.kind(),
                        row.name(),
                        url.getHost(),
                        row.events().stream().map(Event::valueOf).collect(Collectors.toSet()),
                        row.botId(),
                        row.isContent(),
                        row.previousUntil(),
                        row.failingSince(),
                        row.offAt()),
                url);
    }

    /**
     * @throws BadInput if something is missing, does not suit, or there are too many
     */
    public Added add(Channel.Kind kind, ChannelSettings wanted, Caller by) {
        wanted.check(kind);
        refuseContent(wanted, false, by);
        var url = ChannelSettings.address(wanted.url() == null ? "" : wanted.url());
        var id = new Channel.Id(ids.next());
        var secret = kind == Channel.Kind.WEBHOOK ? ChannelSecrets.create() : null;
        var sealedUrl = secrets.seal("url", id, url.toString());
        var sealedSecret = secret == null ? null : secrets.seal("secret", id, secret);
        transactions.executeWithoutResult(status -> {
            if (count() >= MOST) {
                throw new BadInput("name", "notification.input.too-many", MOST);
            }
            checkBot(wanted);
            jdbc.sql(
                            """
                            insert into notification_channel (organization_id, id, kind, name, sealed_url, sealed_secret, events, bot_id, is_content, created_at)
                            values (:organization, :id, :kind, :name, :url, :secret, :events::text[], :bot, :content, :now)
                            """)
                    .param("organization", Tenancy.organization())
                    .param("id", id)
                    .param("kind", kind)
                    .param("name", wanted.name())
                    .param("url", sealedUrl)
                    .param("secret", sealedSecret)
                    .param("events", wanted.eventNames())
                    .param("bot", wanted.bot())
                    .param("content", wanted.tellsContent())
                    .param("now", clock.instant())
                    .update();
            audit.record(NotificationAction.CHANNEL_ADDED, id, Map.of("kind", kind.name()));
        });
        return new Added(id, secret);
    }

    /**
     * Whoever may not read what is said does not get it told either.
     *
     * @throws BadInput if something does not suit
     */
    public void change(Channel.Id id, ChannelSettings wanted, Caller by) {
        var channel = get(id);
        wanted.check(channel.kind());
        refuseContent(wanted, channel.tellsContent() && !widens(wanted, channel), by);
        var sealedUrl =
                wanted.url() == null
                        ? null
                        : secrets.seal("url", id, ChannelSettings.address(wanted.url()).toString());
        transactions.executeWithoutResult(status -> {
            checkBot(wanted);
            audit.record(
                    NotificationAction.CHANNEL_CHANGED,
                    id,
                    Map.of(
                            "events", String.join(", ", wanted.eventNames()),
                            "content", String.valueOf(wanted.tellsContent()),
                            "address", wanted.url() == null ? "kept" : "changed"));
            jdbc.sql(
                            """
                            update notification_channel
                            set name = :name, sealed_url = coalesce(:url, sealed_url), events = :events::text[], bot_id = :bot, is_content = :content
                            where id = :id
                            """)
                    .param("name", wanted.name())
                    .param("url", sealedUrl)
                    .param("events", wanted.eventNames())
                    .param("bot", wanted.bot())
                    .param("content", wanted.tellsContent())
                    .param("id", id)
                    .update();
        });
    }

    /** To another address, of another bot or of more than before. */
    private static boolean widens(ChannelSettings wanted, Channel channel) {
        return wanted.url() != null
                || !Objects.equals(wanted.bot(), channel.bot())
                || !channel.events().containsAll(wanted.events());
    }

    public void remove(Channel.Id id) {
        transactions.executeWithoutResult(status -> {
            audit.record(NotificationAction.CHANNEL_REMOVED, id);
            if (jdbc.sql("delete from notification_channel where id = :id").param("id", id).update()
                    == 0) {
                throw new NotFound();
            }
        });
    }

    private static void refuseContent(ChannelSettings wanted, boolean before, Caller by) {
        if (wanted.tellsContent() && !before && !by.may(Permission.CONVERSATION_READ)) {
            throw new BadInput("content", "notification.input.content");
        }
    }

    private void checkBot(ChannelSettings wanted) {
        if (wanted.bot() != null && bots.find(wanted.bot()).isEmpty()) {
            throw new BadInput("bot", "notification.input.bot");
        }
    }

    private int count() {
        return jdbc.sql("select count(*)::int from notification_channel")
                .query(Integer.class)
                .single();
    }
}
