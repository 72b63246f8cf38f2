package io.taros.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.testing.LogScan;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P-13, P-23: a file lies compressed, closed, and where its organization alone has any. */
@TarosTest
class BlobStoreTest {
    private static final byte[] CONTENT =
            (LogScan.CANARY + " is read by nobody. ")
                    .repeat(5_000)
                    .getBytes(StandardCharsets.UTF_8);

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId globex = new OrganizationId(UUID.randomUUID());
    private final BlobId id = new BlobId(UUID.randomUUID());
    private final BlobStore blobs;
    private final Path root;

    BlobStoreTest(BlobStore blobs, DataDirectory data) {
        this.blobs = blobs;
        root = data.directory("blobs");
    }

    @BeforeEach
    void put() {
        Tenancy.runAs(acme, () -> blobs.put(id, CONTENT));
    }

    @Test
    void keepsFilesCompressedAndClosed() throws IOException {
        assertThat(Tenancy.callAs(acme, () -> blobs.get(id))).hasValue(CONTENT);

        var stored = Files.readAllBytes(fileOf(acme));
        assertThat(stored).hasSizeLessThan(CONTENT.length / 10);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(LogScan.CANARY);
    }

    @Test
    void givesNobodyTheFileOfAnotherOrganization() throws IOException {
        Tenancy.runAs(globex, () -> blobs.delete(id));
        assertThat(Tenancy.callAs(globex, () -> blobs.get(id))).isEmpty();

        // Not even who can write to the disk, and puts it where the other organization would look.
        var moved =
                root.resolve(
                        root.relativize(fileOf(acme)).toString().replace(name(acme), name(globex)));
        Files.createDirectories(moved.getParent());
        Files.copy(fileOf(acme), moved);
        assertThatThrownBy(() -> Tenancy.callAs(globex, () -> blobs.get(id)))
                .isInstanceOf(RuntimeException.class);
        assertThat(Tenancy.callAs(acme, () -> blobs.get(id))).hasValue(CONTENT);
    }

    @Test
    void opensNoFileUnderTheNameOfAnother() throws IOException {
        var other = new BlobId(UUID.randomUUID());
        Tenancy.runAs(acme, () -> blobs.put(other, new byte[] {1}));
        var files = files(acme);
        assertThat(files).hasSize(2);

        var stored = Files.readAllBytes(fileOf(acme));
        for (var file : files) {
            Files.write(file, stored);
        }

        assertThatThrownBy(() -> Tenancy.callAs(acme, () -> blobs.get(other)))
                .isInstanceOf(RuntimeException.class);
    }

    private Path fileOf(OrganizationId organization) throws IOException {
        return files(organization).stream()
                .filter(file -> file.endsWith(id.value().toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files(OrganizationId organization) throws IOException {
        try (var all = Files.walk(root.resolve(name(organization)))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String name(OrganizationId organization) {
        return organization.value().toString();
    }
}
