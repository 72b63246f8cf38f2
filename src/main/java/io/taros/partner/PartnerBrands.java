package io.taros.partner;

import io.taros.platform.audit.Audit;
import io.taros.platform.audit.Changes;
import io.taros.platform.security.Tenancy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bound partner's brand. */
@Repository
@Transactional
class PartnerBrands {
    private final JdbcClient jdbc;
    private final Audit audit;

    PartnerBrands(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<PartnerBrand> find() {
        return jdbc.sql(
                        """
                        select name, accent, logo_hash as logo, powered from partner_brand
                        where organization_id = :partner
                        """)
                .param("partner", Tenancy.organization())
                .query(PartnerBrand.class)
                .optional();
    }

    /**
     * @param logo a new picture; absent where that of {@code brand}, or none, stays
     */
    public void replace(PartnerBrand brand, @Nullable Logo logo) {
        var before = find();
        jdbc.sql(
                        """
                        insert into partner_brand (organization_id, name, accent, logo, logo_hash, powered)
                        values (:partner, :name, :accent, :logo, :hash, :powered)
                        on conflict (organization_id) do update set name = excluded.name, accent = excluded.accent,
                            logo = case when :keeps then partner_brand.logo else excluded.logo end,
                            logo_hash = case when :keeps then partner_brand.logo_hash else excluded.logo_hash end,
                            powered = excluded.powered
                        """)
                .param("partner", Tenancy.organization())
                .param("name", brand.name())
                .param("accent", brand.accent())
                .param("logo", logo == null ? null : logo.png())
                .param("hash", logo == null ? null : logo.hash())
                .param("keeps", logo == null && brand.logo() != null)
                .param("powered", brand.powered())
                .update();
        var after = find().orElseThrow();
        audit.record(
                PartnerAction.BRAND_CHANGED,
                Tenancy.organization(),
                Changes.between(
                        before.orElse(new PartnerBrand("-", null, null, after.powered())), after));
    }

    public void remove() {
        var removed =
                jdbc.sql("delete from partner_brand where organization_id = :partner")
                        .param("partner", Tenancy.organization())
                        .update();
        if (removed > 0) {
            audit.record(PartnerAction.BRAND_REMOVED, Tenancy.organization());
        }
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> logo(String hash) {
        return jdbc.sql(
                        """
                        select logo from partner_brand where organization_id = :partner and logo_hash = :hash
                        """)
                .param("partner", Tenancy.organization())
                .param("hash", hash)
                .query(byte[].class)
                .optional();
    }
}
