package io.taros.partner;

import io.taros.platform.audit.Audit;
import io.taros.platform.audit.Changes;
import io.taros.platform.crypto.Secret;
import io.taros.platform.security.Tenancy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bound partner's sender. An address is used once a link that was mailed there was opened. */
@Repository
@Transactional
class PartnerSenders {
    static final Duration VALID = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Audit audit;

    PartnerSenders(JdbcClient jdbc, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<PartnerSender> find() {
        return jdbc.sql(
                        """
                        select name, email, is_from, proven_at from partner_sender where organization_id = :partner
                        """)
                .param("partner", Tenancy.organization())
                .query(PartnerSender.class)
                .optional();
    }

    /** Whether an address waits for its proof now; one that is proven stays so. */
    public boolean replace(PartnerSender sender) {
        var before = find();
        var isProven =
                before.filter(old -> old.provenAt() != null)
                        .filter(old -> Objects.equals(old.email(), sender.email()));
        jdbc.sql(
                        """
                        insert into partner_sender (organization_id, name, email, is_from, proven_at)
                        values (:partner, :name, :email, :from, :proven)
                        on conflict (organization_id) do update set name = excluded.name, email = excluded.email,
                            is_from = excluded.is_from, proven_at = excluded.proven_at, token_hash = null, token_expires = null
                        """)
                .param("partner", Tenancy.organization())
                .param("name", sender.name())
                .param("email", sender.email())
                .param("from", sender.isFrom())
                .param("proven", isProven.map(PartnerSender::provenAt).orElse(null))
                .update();
        var after = find().orElseThrow();
        audit.record(
                PartnerAction.SENDER_CHANGED,
                Tenancy.organization(),
                Changes.between(before.orElse(new PartnerSender("-", null, false, null)), after));
        return after.isWaiting();
    }

    public void remove() {
        var removed =
                jdbc.sql("delete from partner_sender where organization_id = :partner")
                        .param("partner", Tenancy.organization())
                        .update();
        if (removed > 0) {
            audit.record(PartnerAction.SENDER_REMOVED, Tenancy.organization());
        }
    }

    /**
     * Of the mail that is about to be written; the one of before is good for nothing from then on.
     */
    String newLink() {
        var secret = Secret.fresh();
        jdbc.sql(
                        """
                        update partner_sender set token_hash = :hash, token_expires = :expires
                        where organization_id = :partner and email is not null and proven_at is null
                        """)
                .param("hash", Secret.hash(secret))
                .param("expires", clock.instant().plus(VALID))
                .param("partner", Tenancy.organization())
                .update();
        return secret;
    }

    /** What a link is about, without using it up. */
    @Transactional(readOnly = true)
    public Optional<PartnerSender> find(String secret) {
        return jdbc.sql(
                        """
                        select name, email, is_from, proven_at from partner_sender
                        where organization_id = :partner and token_hash = :hash and token_expires > :now
                        """)
                .param("partner", Tenancy.organization())
                .param("hash", Secret.hash(secret))
                .param("now", clock.instant())
                .query(PartnerSender.class)
                .optional();
    }

    /** Whether the address is proven by this; once for each link. */
    public boolean prove(String secret) {
        var now = clock.instant();
        var isProven =
                jdbc.sql(
                                        """
                                        update partner_sender set proven_at = :now, token_hash = null, token_expires = null
                                        where organization_id = :partner and token_hash = :hash and token_expires > :now
                                        """)
                                .param("now", now)
                                .param("partner", Tenancy.organization())
                                .param("hash", Secret.hash(secret))
                                .update()
                        == 1;
        if (isProven) {
            audit.record(PartnerAction.SENDER_PROVEN, Tenancy.organization());
        }
        return isProven;
    }
}
