package io.taros.knowledge;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.util.List;
import org.springframework.stereotype.Component;

/** Builds the index anew from PostgreSQL, after what is left to be forgotten is. */
@Component
public class RebuildIndexes {
    private final Healing healing;
    private final Indexing indexing;
    private final Forgetting forgetting;

    RebuildIndexes(Healing healing, Indexing indexing, Forgetting forgetting) {
        this.healing = healing;
        this.indexing = indexing;
        this.forgetting = forgetting;
    }

    /** Of everybody. What could not be embedded before is left to the server. */
    public void all() {
        organizations()
                .forEach(organization ->
                        Tenancy.runAs(
                                organization,
                                () -> {
                                    forgetting.handle(new ForgetDocuments(organization));
                                    indexing.rebuild();
                                }));
    }

    List<OrganizationId> organizations() {
        return healing.organizations();
    }

    /** Of the bound organization, with what was not embedded yet. */
    void one() {
        indexing.rebuild();
        indexing.catchUp(null);
    }
}
