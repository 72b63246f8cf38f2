package io.taros.notification;

import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The channels of the bound organization; their addresses are kept sealed and shown to nobody. */
@Repository
public class Channels {
    static final int MOST = 20;
    private static final int MAX_NAME = 80;
    private static final int MAX_URL = 2_000;
    private static final int SECRET_BYTES = 24;
    private static final String PREFIX = "whsec_";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrganizationKeys keys;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;

    Channels(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            OrganizationKeys keys,
            Ids ids,
            InstantSource clock,
            Audit audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    private record Row(
            Channel.Id id,
            Channel.Kind kind,
            String name,
            byte[] sealedUrl,
            byte @Nullable [] sealedSecret) {}

    /**
     * @param secret shown once; absent where the other side has no use for one
     */
    public record Added(Channel.Id id, @Nullable String secret) {}

    /** A channel with what is needed to write there. */
    record Open(Channel channel, URI url, @Nullable String secret) {}

    /** The oldest first. */
    public List<Channel> list() {
        return rows().stream().map(this::opened).map(Open::channel).toList();
    }

    Optional<Open> find(Channel.Id id) {
        return rows().stream().filter(row -> row.id().equals(id)).findFirst().map(this::opened);
    }

    private List<Row> rows() {
        return transactions.execute(status ->
                jdbc.sql(
                                "select id, kind, name, sealed_url, sealed_secret from notification_channel order by created_at, id")
                        .query(Row.class)
                        .list());
    }

    private Open opened(Row row) {
        var url = URI.create(keys.decryptText(row.sealedUrl(), place("url", row.id())));
        return new Open(
                new Channel(row.id(), row.kind(), row.name(), url.getHost()),
                url,
                row.sealedSecret() == null
                        ? null
                        : keys.decryptText(row.sealedSecret(), place("secret", row.id())));
    }

    /**
     * @throws BadInput if something is missing, is no address, or there are too many
     */
    public Added add(Channel.Kind kind, String name, String url) {
        var checkedName = checked(name);
        var address = address(url);
        var id = new Channel.Id(ids.next());
        var secret = kind == Channel.Kind.WEBHOOK ? newSecret() : null;
        var sealedUrl = keys.encryptText(address.toString(), place("url", id));
        var sealedSecret = secret == null ? null : keys.encryptText(secret, place("secret", id));
        transactions.executeWithoutResult(status -> {
            if (count() >= MOST) {
                throw new BadInput("name", "notification.input.too-many", MOST);
            }
            jdbc.sql(
                            """
                            insert into notification_channel (organization_id, id, kind, name, sealed_url, sealed_secret, created_at)
                            values (:organization, :id, :kind, :name, :url, :secret, :now)
                            """)
                    .param("organization", Tenancy.organization())
                    .param("id", id)
                    .param("kind", kind)
                    .param("name", checkedName)
                    .param("url", sealedUrl)
                    .param("secret", sealedSecret)
                    .param("now", clock.instant())
                    .update();
            audit.record(NotificationAction.CHANNEL_ADDED, id, Map.of("kind", kind.name()));
        });
        return new Added(id, secret);
    }

    public void remove(Channel.Id id) {
        transactions.executeWithoutResult(status -> {
            if (jdbc.sql("delete from notification_channel where id = :id").param("id", id).update()
                    == 0) {
                throw new NotFound();
            }
            audit.record(NotificationAction.CHANNEL_REMOVED, id);
        });
    }

    private int count() {
        return jdbc.sql("select count(*)::int from notification_channel")
                .query(Integer.class)
                .single();
    }

    private static String checked(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_NAME) {
            throw new BadInput("name", "notification.input.name", MAX_NAME);
        }
        return stripped;
    }

    private static URI address(String url) {
        try {
            var address = URI.create(url.strip());
            var isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (isWeb && address.getHost() != null && url.length() <= MAX_URL) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new BadInput("url", "notification.input.url");
    }

    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    private static String place(String column, Channel.Id id) {
        return "notification_channel." + column + ":" + id.value();
    }
}
