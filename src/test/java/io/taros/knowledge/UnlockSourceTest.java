package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.knowledge.extract.LockedPdf;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A PDF that asks for a password is read with the one that is given, which is then gone. */
@TarosTest
class UnlockSourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "åben-sesam-4711";

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId globex = new OrganizationId(UUID.randomUUID());
    private final Sources sources;
    private final UnlockSource unlocking;
    private final Documents documents;
    private final Bots bots;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private Source.Id locked;

    UnlockSourceTest(
            Sources sources,
            UnlockSource unlocking,
            Documents documents,
            Bots bots,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.sources = sources;
        this.unlocking = unlocking;
        this.documents = documents;
        this.bots = bots;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void add() throws IOException {
        var file = LockedPdf.of("We open at nine.", PASSWORD);
        locked =
                Tenancy.callAs(
                        acme,
                        () -> {
                            var bot = bots.add(BotSettings.named("Robin")).id();
                            return sources.add(
                                            new NewSource.File(
                                                    bot, "hours.pdf", file.length, () -> file))
                                    .id();
                        });
        eventually(PATIENCE, () -> assertThat(status()).isEqualTo(Source.Status.FAILED));
    }

    @Test
    void isReadOnceItsPasswordIsGiven() {
        assertThat(Tenancy.callAs(acme, () -> sources.get(locked)).isLocked()).isTrue();

        Tenancy.runAs(acme, () -> unlocking.unlock(locked, PASSWORD));

        eventually(PATIENCE, () -> assertThat(status()).isEqualTo(Source.Status.READY));
        Tenancy.runAs(
                acme,
                () -> {
                    var document = documents.readable(locked, null, 1).getFirst();
                    assertThat(documents.text(document.id())).hasValue("We open at nine.");
                    // It can be read again by anybody, for the lock is gone.
                    sources.retry(locked);
                });
        eventually(PATIENCE, () -> assertThat(status()).isEqualTo(Source.Status.READY));
        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void losesNothingByAWrongPassword() {
        Tenancy.runAs(
                acme,
                () -> {
                    assertThatThrownBy(() -> unlocking.unlock(locked, "wrong"))
                            .isInstanceOfSatisfying(
                                    BadInput.class,
                                    refused ->
                                            assertThat(refused.getCodes())
                                                    .contains("knowledge.password.wrong"));
                    assertThatThrownBy(() -> unlocking.unlock(locked, ""))
                            .isInstanceOf(BadInput.class);
                    assertThat(sources.get(locked).isLocked()).isTrue();
                    assertThat(sources.upload(locked)).isPresent();
                });
        assertThat(audited()).isZero();
    }

    @Test
    void isNobodyElses() {
        Tenancy.runAs(
                globex,
                () ->
                        assertThatThrownBy(() -> unlocking.unlock(locked, PASSWORD))
                                .isInstanceOf(NotFound.class));
    }

    @Test
    void isNotAskedForWhereThereIsNone() {
        Tenancy.runAs(
                acme,
                () -> {
                    unlocking.unlock(locked, PASSWORD);
                    assertThatThrownBy(() -> unlocking.unlock(locked, PASSWORD))
                            .isInstanceOf(BadInput.class);
                });
    }

    private Source.Status status() {
        return Tenancy.callAs(acme, () -> sources.get(locked).status());
    }

    private int audited() {
        return Tenancy.callAs(
                acme,
                () ->
                        transactions.execute(status ->
                                jdbc.sql(
                                                "select count(*) from audit_entry where action ="
                                                        + " 'source.unlocked'")
                                        .query(Integer.class)
                                        .single()));
    }
}
