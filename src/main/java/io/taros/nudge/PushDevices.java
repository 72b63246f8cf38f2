package io.taros.nudge;

import io.taros.account.Account;
import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The browsers that members of the bound organization are told in. */
@Repository
public class PushDevices {
    /** Of one member. */
    static final int MOST = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrganizationKeys keys;
    private final JsonMapper json;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final LeavingBrowsers leaving;

    PushDevices(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            OrganizationKeys keys,
            JsonMapper json,
            Ids ids,
            InstantSource clock,
            Audit audit,
            LeavingBrowsers leaving) {
        this.leaving = leaving;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Where somebody sits.
     *
     * @param family browser and system
     * @param browser as the account knows it
     */
    public record Seat(String family, String browser) {}

    /** A browser with how it is reached. */
    record Open(Account.Id accountId, Subscription subscription) {}

    private record Row(
            PushDevice.Id id,
            Account.Id accountId,
            String family,
            byte[] endpointHash,
            Instant createdAt,
            @Nullable Instant arrivedAt,
            @Nullable String problem) {
        PushDevice device() {
            return new PushDevice(
                    id,
                    accountId,
                    family,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(endpointHash),
                    createdAt,
                    arrivedAt,
                    problem);
        }
    }

    private record Sealed(Account.Id accountId, byte[] sealedSubscription) {}

    /** Of one member, the oldest first. */
    public List<PushDevice> list(Account.Id member) {
        return transactions
                .execute(status ->
                        jdbc.sql(
                                        """
                                        select id, account_id, family, endpoint_hash, created_at, arrived_at, problem
                                        from push_device where account_id = :member order by created_at, id
                                        """)
                                .param("member", member)
                                .query(Row.class)
                                .list())
                .stream()
                .map(Row::device)
                .toList();
    }

    /** In a transaction. */
    boolean hasAny(Account.Id member) {
        return jdbc.sql("select exists(select from push_device where account_id = :member)")
                .param("member", member)
                .query(Boolean.class)
                .single();
    }

    Optional<Open> find(PushDevice.Id id) {
        return Objects.requireNonNull(
                        transactions.execute(status ->
                                jdbc.sql(
                                                "select account_id, sealed_subscription from push_device where id = :id")
                                        .param("id", id)
                                        .query(Sealed.class)
                                        .optional()))
                .map(sealed ->
                        new Open(
                                sealed.accountId(),
                                json.readValue(
                                        keys.decryptText(sealed.sealedSubscription(), place(id)),
                                        Subscription.class)));
    }

    /**
     * Whoever used the same browser before is told nothing there any more, in no organization.
     *
     * @throws BadInput if there are too many
     * @throws NotFound for whoever is no member
     */
    public void add(Account.Id member, Subscription subscription, Seat seat) {
        var id = new PushDevice.Id(ids.next());
        var sealed = keys.encryptText(json.writeValueAsString(subscription), place(id));
        var hash = Base64.getUrlDecoder().decode(subscription.hash());
        transactions.executeWithoutResult(status -> {
            if (others(member, hash) >= MOST) {
                throw new BadInput("endpoint", "nudge.input.too-many-devices", MOST);
            }
            var added =
                    jdbc.sql(
                                    """
                                    insert into push_device (organization_id, id, account_id, family, browser, endpoint_hash, sealed_subscription, created_at, alive_at)
                                    select organization_id, :id, account_id, :family, :browser, :hash, :sealed, :now, :now
                                    from member where organization_id = :organization and account_id = :member
                                    on conflict on constraint push_device_once do update
                                      set id = excluded.id, account_id = excluded.account_id, family = excluded.family, browser = excluded.browser,
                                          sealed_subscription = excluded.sealed_subscription, created_at = excluded.created_at,
                                          alive_at = excluded.alive_at, arrived_at = null, problem = null
                                    """)
                            .param("organization", Tenancy.organization())
                            .param("id", id)
                            .param("member", member)
                            .param("family", seat.family())
                            .param("browser", seat.browser())
                            .param("hash", hash)
                            .param("sealed", sealed)
                            .param("now", clock.instant())
                            .update();
            if (added == 0) {
                throw new NotFound();
            }
            leaving.takeOver(member, hash);
            audit.record(NudgeAction.DEVICE_ADDED, id);
        });
    }

    private int others(Account.Id member, byte[] hash) {
        return jdbc.sql(
                        "select count(*)::int from push_device where account_id = :member and endpoint_hash <> :hash")
                .param("member", member)
                .param("hash", hash)
                .query(Integer.class)
                .single();
    }

    /** One's own. */
    public void remove(Account.Id member, PushDevice.Id id) {
        transactions.executeWithoutResult(status -> {
            if (removed(id, member) == 0) {
                throw new NotFound();
            }
            audit.record(NudgeAction.DEVICE_REMOVED, id);
        });
    }

    /** Its service says that the browser is there no more, or nobody is signed in there. */
    void end(PushDevice.Id id) {
        transactions.executeWithoutResult(status -> {
            if (removed(id, null) == 1) {
                audit.record(NudgeAction.DEVICE_ENDED, id);
            }
        });
    }

    private int removed(PushDevice.Id id, Account.@Nullable Id member) {
        return jdbc.sql(
                        "delete from push_device where id = :id and (:member::uuid is null or account_id = :member)")
                .param("id", id)
                .param("member", member)
                .update();
    }

    void arrived(PushDevice.Id id) {
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                "update push_device set arrived_at = :now, alive_at = :now, problem = null where id = :id")
                        .param("now", clock.instant())
                        .param("id", id)
                        .update());
    }

    void failed(PushDevice.Id id, String problem) {
        transactions.executeWithoutResult(status ->
                jdbc.sql("update push_device set problem = :problem where id = :id")
                        .param("problem", problem)
                        .param("id", id)
                        .update());
    }

    private static String place(PushDevice.Id id) {
        return "push_device.subscription:" + id.value();
    }
}
