package io.taros.partner;

import io.taros.platform.security.Tenancy;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Read with every page of a client, so in one go. */
@Repository
@Transactional(readOnly = true)
class BrandRows {
    private final JdbcClient jdbc;

    BrandRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the bound organization, if it is a partner. */
    public Optional<BrandRow> find() {
        return jdbc.sql(
                        """
                        select b.name, b.accent, b.logo_hash as logo, b.powered, p.contact, s.name as sender_name,
                            case when s.proven_at is not null then s.email end as email,
                            coalesce(s.is_from and s.proven_at is not null, false) as is_from, d.domain,
                            d.missed_at is null as is_linked
                        from partner p
                          left join partner_brand b on b.organization_id = p.organization_id
                          left join partner_sender s on s.organization_id = p.organization_id
                          left join partner_domain d on d.organization_id = p.organization_id and d.verified_at is not null
                        where p.organization_id = :partner
                        """)
                .param("partner", Tenancy.organization())
                .query(BrandRow.class)
                .optional();
    }
}
