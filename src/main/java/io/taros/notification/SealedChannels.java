package io.taros.notification;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedChannels implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "notification_channel",
                        SealedTable.column("sealed_url", "notification_channel.url:{id}"),
                        SealedTable.column("sealed_secret", "notification_channel.secret:{id}"),
                        SealedTable.column(
                                "sealed_previous", "notification_channel.previous:{id}")),
                SealedTable.withId(
                        "notification_delivery",
                        SealedTable.column("sealed_erased", "notification_delivery.erased:{id}")));
    }
}
