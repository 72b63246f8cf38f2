package io.taros.platform.audit;

import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The command that checks every organization's audit log, and the installation's own. */
@Component
class VerifyAudit implements Command {
    private final CrossOrganization everybody;
    private final AuditCheck check;
    private final CheckpointFile file;
    private final JsonMapper json;
    private final InstantSource clock;

    VerifyAudit(
            CrossOrganization everybody,
            AuditCheck check,
            CheckpointFile file,
            JsonMapper json,
            InstantSource clock) {
        this.clock = clock;
        this.file = file;
        this.everybody = everybody;
        this.check = check;
        this.json = json;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    private record Fault(String organization, long seq, String fault) {}

    private record Report(int organizations, long entries, int checkpoints, List<Fault> findings) {}

    @Override
    public int run(Options options) {
        var report = report();
        System.out.println(options.has("json") ? json.writeValueAsString(report) : inWords(report));
        return report.findings().isEmpty() ? 0 : 1;
    }

    private Report report() {
        var findings = new ArrayList<Fault>();
        var entries = 0L;
        var checkpoints = 0;
        var organizations = organizations();
        for (var organization : organizations) {
            var result = Tenancy.callAs(organization, check::run);
            entries += result.entries();
            checkpoints += result.checkpoints();
            for (var found : result.findings()) {
                findings.add(new Fault(organization.toString(), found.seq(), found.fault().name()));
            }
        }
        return new Report(organizations.size(), entries, checkpoints, findings);
    }

    private static String inWords(Report report) {
        var words = new StringBuilder();
        for (var found : report.findings()) {
            words.append(
                    "%s, entry %d: %s%n"
                            .formatted(nameOf(found.organization()), found.seq(), found.fault()));
        }
        return words.append(
                        "%s: %d entries of %d log(s), %d signed checkpoint(s)."
                                .formatted(
                                        report.findings().isEmpty() ? "Whole" : "NOT whole",
                                        report.entries(),
                                        report.organizations(),
                                        report.checkpoints()))
                .toString();
    }

    private static String nameOf(String organization) {
        return organization.equals(OrganizationId.INSTALLATION.toString())
                ? "The installation itself"
                : "Organization " + organization;
    }

    /**
     * One whose entries are all gone is still known by its checkpoints in the file, unless the
     * installation's own log says that it was erased, or nothing of it could be left by now.
     */
    private Set<OrganizationId> organizations() {
        var all = new LinkedHashSet<>(inTheDatabase());
        var erased = erased();
        var oldest = clock.instant().minus(InstallationAuditRule.KEPT);
        file.read().stream()
                .filter(checkpoint -> checkpoint.at().isAfter(oldest))
                .map(checkpoint -> new OrganizationId(checkpoint.organizationId()))
                .filter(organization -> !erased.contains(organization))
                .forEach(all::add);
        return all;
    }

    private Set<OrganizationId> erased() {
        return everybody.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                select object_id from audit_entry
                                where organization_id = :installation and action = :erased
                                """)
                        .param("installation", OrganizationId.INSTALLATION)
                        .param("erased", AuditAction.ORGANIZATION_ERASED)
                        .query((row, number) ->
                                new OrganizationId(row.getObject("object_id", UUID.class)))
                        .set());
    }

    private List<OrganizationId> inTheDatabase() {
        return everybody.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                select organization_id from audit_entry
                                union select organization_id from audit_checkpoint
                                """)
                        .query((row, number) ->
                                new OrganizationId(row.getObject("organization_id", UUID.class)))
                        .list());
    }
}
