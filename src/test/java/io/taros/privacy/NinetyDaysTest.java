package io.taros.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.security.Role;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-31: what is closed is there for ninety days, and with the next night gone. */
@TarosTest
class NinetyDaysTest {
    private static final Duration DAYS = Duration.ofDays(90);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Tenants tenants;
    private final RetentionRun retention;
    private final CrossOrganization everything;
    private final Browser owner;
    private Tenant acme;

    NinetyDaysTest(
            Tenants tenants,
            RetentionRun retention,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.retention = retention;
        this.everything = everything;
        owner = new Browser(port);
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
    }

    @Test
    void passBeforeAnOrganizationIsGone() {
        owner.get("/settings/closing");
        assertThat(owner.post("/settings/closing", "name", "Acme").status()).isEqualTo(303);
        var closed = Instant.now();

        retention.run(closed.plus(DAYS).minus(MINUTE), false);
        assertThat(isThere("organization", "organization_id", acme.organization().value()))
                .isTrue();

        retention.run(closed.plus(DAYS).plus(MINUTE), false);
        assertThat(isThere("organization", "organization_id", acme.organization().value()))
                .isFalse();
        assertThat(isThere("account", "id", acme.owner().value())).as("is not its own").isTrue();
    }

    @Test
    void passBeforeAnAccountIsGone() {
        tenants.member(acme.organization(), Role.OWNER);
        owner.get("/account/closing");
        assertThat(owner.post("/account/closing", "email", acme.email()).status()).isEqualTo(303);
        var closed = Instant.now();

        retention.run(closed.plus(DAYS).minus(MINUTE), false);
        assertThat(isThere("account", "id", acme.owner().value())).isTrue();

        retention.run(closed.plus(DAYS).plus(MINUTE), false);
        assertThat(isThere("account", "id", acme.owner().value())).isFalse();
        assertThat(isThere("organization", "organization_id", acme.organization().value()))
                .isTrue();
    }

    private boolean isThere(String table, String column, UUID id) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select exists(select from %s where %s = :id)".formatted(table, column))
                        .param("id", id)
                        .query(Boolean.class)
                        .single());
    }
}
