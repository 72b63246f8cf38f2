package io.taros.signon;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.ForgedAnswers;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By a provider that an organization set up. */
class ForgedSingleSignOnTest extends ForgedAnswers {
    private final Tenants tenants;
    private final Houses houses;
    private final CrossOrganization everything;
    private String key = "";

    ForgedSingleSignOnTest(
            Tenants tenants,
            Houses houses,
            CrossOrganization everything,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        super(jdbc, port);
        this.tenants = tenants;
        this.houses = houses;
        this.everything = everything;
    }

    @Override
    protected void setUp() {
        var loom = tenants.open("Loom");
        key = loom.organization().toString();
        houses.prove(loom, "loom.example");
        houses.provide(loom, "acme");
        houses.join(loom, Role.AGENT);
    }

    @Override
    protected String key() {
        return key;
    }

    @Override
    protected String issuer() {
        return "acme";
    }

    @AfterEach
    void nobodyIsLinked() {
        var linked =
                everything.inTransaction(jdbc ->
                        jdbc.sql("select count(*) from organization_identity")
                                .query(Long.class)
                                .single());
        assertThat(linked).isZero();
        assertThat(Tenancy.find()).isEmpty();
    }
}
