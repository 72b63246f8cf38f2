package io.taros.backup;

import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code backup FILE}: the installation as two files, of which the small one holds the keys. */
@Component
class BackupCommand implements Command {
    private static final int NOT_AS_ASKED = 2;

    private final MakeBackup backups;
    private final JsonMapper json;

    BackupCommand(MakeBackup backups, JsonMapper json) {
        this.backups = backups;
        this.json = json;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(Options options) {
        var file = options.operand();
        if (file.isEmpty()) {
            System.err.println("Say where to write it: backup FILE.");
            return NOT_AS_ASKED;
        }
        try {
            var made =
                    Tenancy.callAs(
                            Tenancy.Hand.OPERATOR,
                            OrganizationId.INSTALLATION,
                            null,
                            () -> backups.make(Path.of(file.get())));
            if (made.missing() > 0) {
                System.err.println(
                        "%d files that the database names are nowhere in the data directory, and so not in the backup; what was read from them is."
                                .formatted(made.missing()));
            }
            System.out.println(options.has("json") ? json.writeValueAsString(made) : inWords(made));
            return 0;
        } catch (BadBackup refused) {
            System.err.println(refused.getMessage());
            return NOT_AS_ASKED;
        } catch (IOException | RuntimeException e) {
            System.err.println(
                    "The backup could not be written, and nothing is left of it: %s."
                            .formatted(Reasons.of(e)));
            return 1;
        }
    }

    private static String inWords(MakeBackup.Made made) {
        return "%d rows of %d tables and %d files are in %s (%d bytes), read back and whole. Without %s it cannot be read: keep that apart from it."
                .formatted(
                        made.rows(),
                        made.tables(),
                        made.files(),
                        made.file(),
                        made.bytes(),
                        made.keys());
    }
}
