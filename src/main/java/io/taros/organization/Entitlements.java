package io.taros.organization;

import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How much of the product the bound organization has. */
@Repository
@Transactional
public class Entitlements {
    private final JdbcClient jdbc;
    private final Organizations organizations;

    Entitlements(JdbcClient jdbc, Organizations organizations) {
        this.organizations = organizations;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Caps get() {
        return jdbc.sql(
                        """
                        select seats, max_bots as bots, max_pages as pages, has_api, names_maker from organization where organization_id = :id
                        """)
                .param("id", Tenancy.organization())
                .query(Caps.class)
                .optional()
                .orElse(Caps.NONE);
    }

    /** What is there already stays, however low a cap is set: it keeps more from coming. */
    public void replace(Caps caps) {
        jdbc.sql(
                        """
                        update organization set seats = :seats, max_bots = :bots, max_pages = :pages, has_api = :api, names_maker = :maker
                        where organization_id = :id
                        """)
                .param("id", Tenancy.organization())
                .param("seats", caps.seats())
                .param("bots", caps.bots())
                .param("pages", caps.pages())
                .param("api", caps.hasApi())
                .param("maker", caps.namesMaker())
                .update();
    }

    /** Before one more is added to so many. Two at once come one after the other. */
    public void checkBots(IntSupplier present) {
        var most = get().bots();
        if (most == null) {
            return;
        }
        organizations.lock();
        if (present.getAsInt() >= most) {
            throw new Conflict("organization.input.bots-used", most);
        }
    }
}
