package io.taros.platform.sql.embedded;

import com.sun.security.auth.module.UnixSystem;
import io.taros.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Where Taros does (containers, small servers), its programs run
 * in a user namespace that maps root to nobody: files keep their owner, no second account is
 * needed. Where namespaces are closed, they run as {@code nobody}, who then owns the directory.
 */
final class Unprivileged {
    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged forDirectory(Path directory) {
        if (System.getProperty("os.name").startsWith("Windows") || new UnixSystem().getUid() != 0) {
            return new Unprivileged(List.of());
        }
        if (succeeds(List.of("unshare", "--user", "true"))) {
            return new Unprivileged(List.of("unshare", "--user"));
        }
        var asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        if (succeeds(with(asNobody, List.of("true")))
                && succeeds(List.of("chown", "-R", "65534:65534", directory.toString()))) {
            return new Unprivileged(asNobody);
        }
        throw new StartRefused(
                "PostgreSQL does not run as root, and neither unshare nor setpriv works here; start Taros as another user or set taros.database.url.");
    }

    List<String> command(List<String> command) {
        return with(prefix, command);
    }

    private static List<String> with(List<String> prefix, List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
