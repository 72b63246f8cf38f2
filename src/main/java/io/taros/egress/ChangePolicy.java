package io.taros.egress;

import io.taros.platform.audit.Audit;
import io.taros.platform.egress.EgressPolicies;
import io.taros.platform.egress.EgressPolicy;
import io.taros.platform.egress.Vendor;
import io.taros.platform.web.BadInput;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides what may leave, and writes down what it was before. */
@Component
class ChangePolicy {
    private final EgressPolicies policies;
    private final KnownVendors vendors;
    private final Audit audit;

    ChangePolicy(EgressPolicies policies, KnownVendors vendors, Audit audit) {
        this.policies = policies;
        this.vendors = vendors;
        this.audit = audit;
    }

    @Transactional
    public void change(EgressPolicy wanted) {
        if (!ids(vendors.all()).containsAll(chosen(wanted))) {
            throw new BadInput("vendors", "egress.input.vendor");
        }
        var before = policies.current();
        if (before.equals(wanted)) {
            return;
        }
        policies.replace(wanted);
        var changed = new TreeMap<String, String>();
        note(changed, "eu-only", before.euOnly(), wanted.euOnly());
        note(changed, "no-training", before.noTraining(), wanted.noTraining());
        note(changed, "masking", before.masking(), wanted.masking());
        note(changed, "vendors", words(before.vendors()), words(wanted.vendors()));
        audit.record(EgressAction.POLICY_CHANGED, null, changed);
    }

    private static void note(
            TreeMap<String, String> changed, String name, Object before, Object after) {
        if (!before.equals(after)) {
            changed.put(name, before + " → " + after);
        }
    }

    private static String words(@Nullable List<String> vendors) {
        return vendors == null ? "*" : String.join(" ", vendors);
    }

    private static List<String> chosen(EgressPolicy policy) {
        return policy.vendors() == null ? List.of() : policy.vendors();
    }

    private static List<String> ids(Collection<Vendor> vendors) {
        return vendors.stream().map(Vendor::id).toList();
    }
}
