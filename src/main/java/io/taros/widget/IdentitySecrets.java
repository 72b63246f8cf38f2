package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.crypto.Secret;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The secrets of the bound organization's bots, and whether a bot asks for an identity. */
@Repository
class IdentitySecrets {
    /** One that works while the other is put in its place. */
    static final int MOST = 2;

    private static final int SHOWN = 4;

    private record Sealed(UUID id, byte[] sealedSecret) {}

    private final JdbcClient jdbc;
    private final OrganizationKeys keys;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final TransactionTemplate transactions;

    IdentitySecrets(
            JdbcClient jdbc,
            OrganizationKeys keys,
            Ids ids,
            InstantSource clock,
            Audit audit,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Transactional(readOnly = true)
    public List<IdentitySecret> list(Bot.Id bot) {
        return jdbc
                .sql(
                        """
                        select id, secret_end, created_at from identity_secret where bot_id = :bot
                        order by created_at, id
                        """)
                .param("bot", bot)
                .query(IdentitySecret.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The only time the secret is seen. Sealed before the transaction, as every seal. */
    String add(Bot.Id bot) {
        var secret = Secret.fresh();
        var id = new IdentitySecret.Id(ids.next());
        var sealed = keys.encryptText(secret, place(id.value()));
        transactions.executeWithoutResult(status -> {
            // Two at once must not make three.
            jdbc.sql("select from bot where id = :bot for update")
                    .param("bot", bot)
                    .query()
                    .singleRow();
            if (list(bot).size() >= MOST) {
                throw new Conflict("widget.identity.full", MOST);
            }
            insert(bot, id, sealed, secret.substring(secret.length() - SHOWN));
            audit.record(WidgetAction.SECRET_CREATED, bot);
        });
        return secret;
    }

    private void insert(Bot.Id bot, IdentitySecret.Id id, byte[] sealed, String end) {
        jdbc.sql(
                        """
                        insert into identity_secret (organization_id, id, bot_id, sealed_secret, secret_end, created_at)
                        values (:organization, :id, :bot, :sealed, :end, :now)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("bot", bot)
                .param("sealed", sealed)
                .param("end", end)
                .param("now", clock.instant())
                .update();
    }

    /** Nothing signed with it is believed from the next request on. */
    @Transactional
    void revoke(Bot.Id bot, IdentitySecret.Id id) {
        var revoked =
                jdbc.sql("delete from identity_secret where bot_id = :bot and id = :id")
                        .param("bot", bot)
                        .param("id", id)
                        .update();
        if (revoked == 0) {
            throw new NotFound();
        }
        audit.record(WidgetAction.SECRET_REVOKED, bot);
    }

    List<String> secrets(Bot.Id bot) {
        List<Sealed> sealed =
                Objects.requireNonNull(
                        transactions.execute(status ->
                                jdbc
                                        .sql(
                                                "select id, sealed_secret from identity_secret where bot_id = :bot")
                                        .param("bot", bot)
                                        .query(Sealed.class)
                                        .stream()
                                        .map(Objects::requireNonNull)
                                        .toList()));
        return sealed.stream()
                .map(row -> keys.decryptText(row.sealedSecret(), place(row.id())))
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean isRequired(Bot.Id bot) {
        return jdbc.sql("select exists(select from identity_rule where bot_id = :bot)")
                .param("bot", bot)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void require(Bot.Id bot, boolean isRequired) {
        if (isRequired == isRequired(bot)) {
            return;
        }
        if (isRequired) {
            jdbc.sql(
                            "insert into identity_rule (organization_id, bot_id) values (:organization, :bot)")
                    .param("organization", Tenancy.organization())
                    .param("bot", bot)
                    .update();
        } else {
            jdbc.sql("delete from identity_rule where bot_id = :bot").param("bot", bot).update();
        }
        audit.record(
                isRequired ? WidgetAction.IDENTITY_REQUIRED : WidgetAction.IDENTITY_LEFT_OPEN, bot);
    }

    private static String place(UUID id) {
        return "identity_secret.secret:" + id;
    }
}
