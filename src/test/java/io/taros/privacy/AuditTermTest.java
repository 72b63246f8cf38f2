package io.taros.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditCheck;
import io.taros.platform.audit.AuditCheck.Fault;
import io.taros.platform.audit.AuditCheck.Finding;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditProof;
import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.retention.Ending;
import io.taros.platform.retention.Holds;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.MovedClock;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P-35: an audit log is cut when its beginning is over, and what is left is proven as before. */
@TarosTest
class AuditTermTest {
    private static final Instant LONG_AGO = Instant.parse("2023-03-01T12:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Tenants tenants;
    private final Audit audit;
    private final AuditProof proof;
    private final AuditCheck check;
    private final RetentionRun run;
    private final RetentionSettings settings;
    private final Holds holds;
    private final MovedClock clock;
    private final CrossOrganization everything;
    private final DataDirectory data;
    private final List<Command> commands;
    private Tenant acme;

    AuditTermTest(
            Tenants tenants,
            Audit audit,
            AuditProof proof,
            AuditCheck check,
            RetentionRun run,
            RetentionSettings settings,
            Holds holds,
            MovedClock clock,
            CrossOrganization everything,
            DataDirectory data,
            List<Command> commands) {
        this.data = data;
        this.tenants = tenants;
        this.audit = audit;
        this.proof = proof;
        this.check = check;
        this.run = run;
        this.settings = settings;
        this.holds = holds;
        this.clock = clock;
        this.everything = everything;
        this.commands = commands;
    }

    /** Three things at first, one forty days later; each time the log is signed. */
    @BeforeEach
    void somethingWasDoneLongAgo() throws IOException {
        Files.deleteIfExists(data.directory("audit").resolve("checkpoints.jsonl"));
        clock.putTo(LONG_AGO);
        acme = tenants.open("Acme");
        done(3);
        clock.putTo(LONG_AGO.plus(Duration.ofDays(40)));
        done(1);
    }

    @Test
    void goesAfterAYearAndNotBefore() throws Exception {
        var all = entries();

        night(LONG_AGO.plus(YEAR));
        assertThat(entries()).hasSameSizeAs(all);

        var report = night(LONG_AGO.plus(YEAR).plus(SECOND));
        assertThat(report.removed()).hasSize(1);
        assertThat(report.removed().getFirst().rule()).isEqualTo("audit-log");
        var gone = all.size() - 1;
        assertThat(report.removed().getFirst().rows()).containsEntry("audit_entry", (long) gone);
        assertThat(entries())
                .extracting(AuditEntry::action)
                .containsExactly("retention.removed", "test.done");
        assertThat(result().isWhole()).isTrue();
        assertThat(result().entries()).isEqualTo(2);
        assertThat(verify()).as("the command").isZero();
    }

    @Test
    void isKeptForTwoYearsWhereThatIsWanted() {
        Tenancy.runAs(
                acme.organization(),
                () -> settings.choose(rule(), YEAR.multipliedBy(2), "", Ending.DELETION));
        done(0);

        night(LONG_AGO.plus(YEAR).plus(SECOND));
        assertThat(entries().getLast().seq()).isOne();

        night(LONG_AGO.plus(YEAR.multipliedBy(2)).plus(SECOND));
        assertThat(entries().getLast().seq()).isGreaterThan(1);
        assertThat(result().isWhole()).isTrue();
    }

    @Test
    void goesOnWhereItEndedWhenAllOfItIsOver() {
        var last = entries().getFirst();

        night(LONG_AGO.plus(YEAR.multipliedBy(2)));

        assertThat(entries()).extracting(AuditEntry::seq).containsExactly(last.seq() + 1);
        assertThat(entries().getFirst().previousHash()).isEqualTo(last.hash());
        assertThat(result().isWhole()).isTrue();
    }

    @Test
    void staysWhileEverythingIsHeld() {
        Tenancy.runAs(
                acme.organization(),
                () ->
                        holds.placeOnAll(
                                "Claim 19 before the court.",
                                LONG_AGO.plus(YEAR.multipliedBy(2)),
                                null));

        var report = night(LONG_AGO.plus(YEAR).plus(SECOND));

        assertThat(report.removed()).isEmpty();
        assertThat(report.held()).extracting(RetentionReport.Line::rule).contains("audit-log");
        assertThat(entries().getLast().seq()).isOne();
    }

    /** Of the installation's own it is told for how long organizations that are gone are known. */
    @Test
    void isKeptForTwoYearsOfTheInstallation() {
        clock.putTo(LONG_AGO.plus(Duration.ofDays(50)));
        Tenancy.runAs(OrganizationId.INSTALLATION, () -> record(1));
        var written = clock.instant();

        night(written.plus(YEAR.multipliedBy(2)));
        assertThat(ofInstallation()).extracting(AuditEntry::action).contains("test.done");

        night(written.plus(YEAR.multipliedBy(2)).plus(SECOND));
        assertThat(ofInstallation()).extracting(AuditEntry::action).doesNotContain("test.done");
        assertThat(Tenancy.callAs(OrganizationId.INSTALLATION, check::run).isWhole()).isTrue();
    }

    /** Whatever date somebody asks for, and even if the server's own rights are used. */
    @Test
    void losesNothingThatIsYoungerThanAYear() {
        clock.putTo(Instant.now());
        done(1);
        var all = entries();

        run.run(Instant.now().plus(YEAR.multipliedBy(9)), false);
        assertThat(entries()).extracting(AuditEntry::action).contains("test.done");
        var deleted =
                everything.inTransaction(jdbc ->
                        jdbc.sql("delete from audit_entry where at > now() - interval '364 days'")
                                .update());

        assertThat(deleted).isZero();
        assertThat(entries().getFirst().seq()).isGreaterThanOrEqualTo(all.getFirst().seq());
        assertThat(result().isWhole()).isTrue();
    }

    @Test
    void tellsWhatWasCutByOthers() {
        night(LONG_AGO.plus(YEAR).plus(SECOND));
        var begins = entries().getLast().seq() - 1;

        clock.putTo(LONG_AGO.plus(Duration.ofDays(300)));
        assertThat(result().findings())
                .as("before its time")
                .containsExactly(new Finding(begins, Fault.CUT_EARLY));

        clock.putTo(LONG_AGO.plus(YEAR.multipliedBy(2)));
        sql("update audit_cut set at = at + interval '1 second'");
        assertThat(result().findings())
                .as("with no right signature")
                .contains(
                        new Finding(begins, Fault.FALSE_SIGNATURE),
                        new Finding(begins + 1, Fault.GAP));

        sql("delete from audit_cut");
        assertThat(result().findings())
                .as("without saying so")
                .contains(new Finding(begins + 1, Fault.GAP));
    }

    /** From the export alone, as docs/audit.md says. */
    @Test
    void canStillBeCheckedElsewhere() throws Exception {
        night(LONG_AGO.plus(YEAR).plus(SECOND));

        var lines = Tenancy.callAs(acme.organization(), proof::witnesses);
        var key =
                lines.stream()
                        .filter(AuditProof.Key.class::isInstance)
                        .map(AuditProof.Key.class::cast)
                        .findFirst()
                        .orElseThrow();
        var cut =
                lines.stream()
                        .filter(AuditProof.Cut.class::isInstance)
                        .map(AuditProof.Cut.class::cast)
                        .findFirst()
                        .orElseThrow();
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(
                                        Base64.getDecoder().decode(key.publicKey()))));
        signature.update(cut.signed().getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(Base64.getDecoder().decode(cut.signature()))).isTrue();
        var oldest = entries().getLast();
        assertThat(cut.cut()).isEqualTo(oldest.seq() - 1);
        assertThat(cut.signed())
                .startsWith("taros-audit-cut " + acme.organization())
                .contains(" " + HexFormat.of().formatHex(oldest.previousHash()) + " ");
    }

    private void done(int times) {
        Tenancy.runAs(acme.organization(), () -> record(times));
    }

    private void record(int times) {
        for (var i = 0; i < times; i++) {
            audit.record(() -> "test.done");
        }
        proof.witnesses();
    }

    private RetentionReport night(Instant at) {
        clock.putTo(at);
        return run.run(at, false);
    }

    private RetentionRule rule() {
        return run.rules().stream()
                .filter(rule -> rule.name().equals("audit-log") && rule.isOfOrganizations())
                .findFirst()
                .orElseThrow();
    }

    private int verify() throws Exception {
        return commands.stream()
                .filter(known -> known.name().equals("verify-audit"))
                .findFirst()
                .orElseThrow()
                .run(new Options(List.of()));
    }

    private AuditCheck.Result result() {
        return Tenancy.callAs(acme.organization(), check::run);
    }

    private List<AuditEntry> entries() {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(200));
    }

    private List<AuditEntry> ofInstallation() {
        return Tenancy.callAs(OrganizationId.INSTALLATION, () -> audit.latest(200));
    }

    private void sql(String statement) {
        everything.inTransaction(jdbc -> jdbc.sql(statement).update());
    }
}
