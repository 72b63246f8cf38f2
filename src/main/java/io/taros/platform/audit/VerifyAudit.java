package io.taros.platform.audit;

import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The command that checks every organization's audit log. */
@Component
class VerifyAudit implements Command {
    private final CrossOrganization everybody;
    private final AuditCheck check;
    private final CheckpointFile file;
    private final JsonMapper json;

    VerifyAudit(
            CrossOrganization everybody, AuditCheck check, CheckpointFile file, JsonMapper json) {
        this.file = file;
        this.everybody = everybody;
        this.check = check;
        this.json = json;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public int run(Options options) {
        var findings = new ArrayList<Map<String, Object>>();
        var entries = 0L;
        var checkpoints = 0;
        var organizations = organizations();
        for (var organization : organizations) {
            var result = Tenancy.callAs(organization, check::run);
            entries += result.entries();
            checkpoints += result.checkpoints();
            for (var finding : result.findings()) {
                findings.add(
                        Map.of(
                                "organization",
                                organization.toString(),
                                "seq",
                                finding.seq(),
                                "fault",
                                finding.fault().name()));
            }
        }
        if (options.has("json")) {
            System.out.println(
                    json.writeValueAsString(
                            Map.of(
                                    "organizations", organizations.size(),
                                    "entries", entries,
                                    "checkpoints", checkpoints,
                                    "findings", findings)));
        } else {
            findings.forEach(finding ->
                    System.out.println(
                            "Organization %s, entry %s: %s"
                                    .formatted(
                                            finding.get("organization"),
                                            finding.get("seq"),
                                            finding.get("fault"))));
            System.out.println(
                    "%s: %d entries of %d organization(s), %d signed checkpoint(s)."
                            .formatted(
                                    findings.isEmpty() ? "Whole" : "NOT whole",
                                    entries,
                                    organizations.size(),
                                    checkpoints));
        }
        return findings.isEmpty() ? 0 : 1;
    }

    /** One whose entries are all gone is still known by its checkpoints, here or in the file. */
    private Set<OrganizationId> organizations() {
        var all = new LinkedHashSet<>(inTheDatabase());
        file.read().stream()
                .map(checkpoint -> new OrganizationId(checkpoint.organizationId()))
                .forEach(all::add);
        return all;
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
