package io.taros.account;

import io.taros.organization.Tenants;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By a provider that the operator set up. */
class ForgedAnswersTest extends ForgedAnswers {
    private final Tenants tenants;

    ForgedAnswersTest(Tenants tenants, JdbcClient jdbc, @LocalServerPort int port) {
        super(jdbc, port);
        this.tenants = tenants;
    }

    @Override
    protected void setUp() {
        tenants.open("Acme");
    }

    @Override
    protected String key() {
        return "google";
    }

    @Override
    protected String issuer() {
        return "google";
    }
}
