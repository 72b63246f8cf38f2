package io.taros.legal;

import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the bound organization signed. */
@Repository
class Agreements {
    private final JdbcClient jdbc;
    private final OrganizationKeys keys;
    private final Audit audit;

    Agreements(JdbcClient jdbc, OrganizationKeys keys, Audit audit) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.audit = audit;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Agreement> list() {
        return jdbc
                .sql(
                        """
                        select id, version, signer, title, signed_at from agreement
                        order by signed_at desc, id desc
                        """)
                .query(Agreement.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional
    public void add(Agreement agreement, UUID account, byte[] sealedPdf) {
        jdbc.sql(
                        """
                        insert into agreement (organization_id, id, version, signer, title, account_id, signed_at, sealed_pdf)
                        values (:organization, :id, :version, :signer, :title, :account, :at, :pdf)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", agreement.id())
                .param("version", agreement.version())
                .param("signer", agreement.signer())
                .param("title", agreement.title())
                .param("account", account)
                .param("at", agreement.signedAt())
                .param("pdf", sealedPdf)
                .update();
        audit.record(
                LegalAction.SIGNED,
                agreement.id(),
                Map.of("version", String.valueOf(agreement.version())));
    }

    /** Sealed before the transaction, as every seal. */
    byte[] seal(Agreement.Id id, byte[] pdf) {
        return keys.encrypt(pdf, place(id));
    }

    @Transactional(readOnly = true)
    public byte[] pdf(Agreement.Id id) {
        var sealed =
                jdbc.sql("select sealed_pdf from agreement where id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .optional()
                        .orElseThrow(NotFound::new);
        return keys.decrypt(sealed, place(id));
    }

    private static String place(Agreement.Id id) {
        return "agreement.pdf:" + id.value();
    }
}
