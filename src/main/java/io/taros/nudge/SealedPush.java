package io.taros.nudge;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedPush implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "push_device",
                        SealedTable.column(
                                "sealed_subscription", "push_device.subscription:{id}")));
    }

    @Override
    public List<SealedTable> ofInstallation() {
        return List.of(
                SealedTable.withId(
                        "push_key", SealedTable.column("sealed_key", "push_key.key:{id}")));
    }
}
