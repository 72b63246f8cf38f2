package io.taros.nudge;

import io.taros.account.Account;
import io.taros.account.SignedOut;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.sql.CrossOrganization;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * A browser tells what concerns one person, as long as that one is signed in there: in whichever
 * organizations they turned it on, somebody else may sit in front of it afterwards.
 */
@Component
class LeavingBrowsers {
    private record Left(OrganizationId organizationId, PushDevice.Id id) {}

    private final CrossOrganization everybody;
    private final Jobs jobs;

    LeavingBrowsers(CrossOrganization everybody, Jobs jobs) {
        this.everybody = everybody;
        this.jobs = jobs;
    }

    @EventListener
    void on(SignedOut event) {
        switch (event) {
            case SignedOut.At(var account, var browser) ->
                    // Those of before it was known go with whoever leaves first.
                    end("account_id = :account and browser in (:browser, '')", account, browser);
            case SignedOut.Elsewhere(var account, var browser) ->
                    end("account_id = :account and browser <> :browser", account, browser);
            case SignedOut.Everywhere(var account) -> end("account_id = :account", account, "");
            case SignedOut.Others(var account) -> end("account_id <> :account", account, "");
            case SignedOut.Before(var account, var browser) ->
                    end("account_id <> :account and browser = :browser", account, browser);
        }
    }

    /** In the caller's transaction: it is this one's browser now, wherever others used it. */
    void takeOver(Account.Id by, byte[] endpoint) {
        end(
                "account_id <> :account and endpoint_hash = :endpoint",
                statement -> statement.param("account", by).param("endpoint", endpoint));
    }

    private void end(String which, Account.Id account, String browser) {
        end(which, statement -> statement.param("account", account).param("browser", browser));
    }

    /** Each is an entry of the log of its organization, which is bound only when its job runs. */
    private void end(String which, UnaryOperator<StatementSpec> parameters) {
        everybody
                .read(jdbc ->
                        parameters
                                .apply(
                                        jdbc.sql(
                                                "select organization_id, id from push_device where "
                                                        + which))
                                .query((row, number) ->
                                        new Left(
                                                new OrganizationId(row.getObject(1, UUID.class)),
                                                new PushDevice.Id(row.getObject(2, UUID.class))))
                                .list())
                .forEach(left -> jobs.enqueue(new EndDevice(left.organizationId(), left.id())));
    }
}
