package io.taros.search.lucene;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** The one place that knows where an organization's index lies. */
@Component
public class IndexDirectories {
    private final Path root;

    public IndexDirectories(DataDirectory data) {
        this.root = data.directory("index");
    }

    Path of(OrganizationId organization) {
        return root.resolve(organization.value().toString());
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
