package io.taros.platform.crypto;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.TarosTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P-34: the master key is replaced, and nothing that it protects is touched or out of reach. */
@TarosTest
class MasterKeyRenewalTest {
    private static final String PLACE = "table.column:1";

    private final MasterKey master;
    private final MasterKeyRenewal renewal;
    private final RotateMasterKey command;
    private final OrganizationKeys keys;
    private final InstallationSeal seal;
    private final DataDirectory data;
    private final CrossOrganization everything;

    MasterKeyRenewalTest(
            MasterKey master,
            MasterKeyRenewal renewal,
            RotateMasterKey command,
            OrganizationKeys keys,
            InstallationSeal seal,
            DataDirectory data,
            CrossOrganization everything) {
        this.master = master;
        this.renewal = renewal;
        this.command = command;
        this.keys = keys;
        this.seal = seal;
        this.data = data;
        this.everything = everything;
    }

    @Test
    void isAnotherOneWhileEverybodyReadsOn() throws Exception {
        var organizations =
                Stream.generate(() -> new OrganizationId(UUID.randomUUID())).limit(250).toList();
        var sealed =
                organizations.stream()
                        .map(one -> Tenancy.callAs(one, () -> keys.encryptText("Hello", PLACE)))
                        .toList();
        var secret = seal.seal(new byte[] {1, 2, 3}, PLACE);
        var before = master.keyset();
        var row = keyset(organizations.getFirst());
        assertThat(opens(before, row, organizations.getFirst())).isTrue();

        var stop = new AtomicBoolean();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader =
                    others.submit(() -> {
                        while (!stop.get()) {
                            keys.forget();
                            seal.forget();
                            assertAllOpen(organizations.subList(0, 20), sealed);
                            Tenancy.callAs(
                                    new OrganizationId(UUID.randomUUID()),
                                    () -> keys.encryptText("New", PLACE));
                            assertThat(seal.open(secret, PLACE)).containsExactly(1, 2, 3);
                        }
                        return true;
                    });
            try {
                assertThat(command.run(new Options(List.of()))).isZero();
            } finally {
                stop.set(true);
            }
            assertThat(reader.get()).isTrue();
        }

        keys.forget();
        seal.forget();
        assertAllOpen(organizations, sealed);
        assertThat(seal.open(secret, PLACE)).containsExactly(1, 2, 3);
        assertThat(master.keyset().size()).isEqualTo(1);
        var file = data.directory("keys").resolve("master.json");
        assertThat(MasterKey.parse(Files.readString(file)).equalsKeyset(master.keyset())).isTrue();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        for (var organization : organizations) {
            assertThat(opens(before, keyset(organization), organization))
                    .as("by the old master key")
                    .isFalse();
        }
    }

    /** The newer key was made and written down, and then the process was gone. */
    @Test
    void goesOnAfterItWasCutOff() {
        var acme = new OrganizationId(UUID.randomUUID());
        var sealed = Tenancy.callAs(acme, () -> keys.encryptText("Hello", PLACE));
        master.replace(Keysets.renewed(master.keyset()));
        var newer = master.keyset().getPrimary().getId();

        renewal.renew();

        assertThat(master.keyset().size()).isEqualTo(1);
        assertThat(master.keyset().getPrimary().getId()).isEqualTo(newer);
        keys.forget();
        assertThat(Tenancy.callAs(acme, () -> keys.decryptText(sealed, PLACE))).isEqualTo("Hello");
    }

    @Test
    void opensWhatTheMasterKeyClosedItselfUntilItIsReplaced() throws Exception {
        var raw = closedByTheMasterKeyItself();

        renewal.renew();

        var again =
                everything.inTransaction(jdbc ->
                        jdbc.sql("select sealed_private from audit_key")
                                .query(byte[].class)
                                .single());
        assertThat(seal.open(again, "audit_key.sealed_private")).asString().isEqualTo("signs");
        assertThatThrownBy(() -> seal.open(raw, "audit_key.sealed_private"))
                .isInstanceOf(IllegalStateException.class);
    }

    /** What is left out when the older key goes opens never again. */
    @Test
    void waitsForARowThatSomebodyElseHolds() throws Exception {
        var raw = closedByTheMasterKeyItself();

        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var renewing =
                    everything.inTransaction(jdbc -> {
                        jdbc.sql("select sealed_private from audit_key for update")
                                .query(byte[].class)
                                .single();
                        var begun = others.submit(renewal::renew);
                        eventually(() ->
                                assertThat(
                                                jdbc.sql(
                                                                "select exists(select from pg_locks where not granted)")
                                                        .query(Boolean.class)
                                                        .single())
                                        .isTrue());
                        return begun;
                    });
            renewing.get();
        }

        var again =
                everything.inTransaction(jdbc ->
                        jdbc.sql("select sealed_private from audit_key")
                                .query(byte[].class)
                                .single());
        seal.forget();
        assertThat(seal.open(again, "audit_key.sealed_private")).asString().isEqualTo("signs");
    }

    /** Somewhere a key was closed with the older one since. */
    @Test
    void declaresNoKeyAloneThatDoesNotOpenEverything(@TempDir Path directory) throws Exception {
        var acme = new OrganizationId(UUID.randomUUID());
        Tenancy.runAs(acme, () -> keys.encryptText("Hello", PLACE));
        var promoted = MasterKey.print(Keysets.renewed(master.keyset()));

        var alone = directory.resolve("3");
        assertThat(step(promoted, alone)).isEqualTo(2);

        assertThat(alone).doesNotExist();
        assertThat(renewal.findNotOpenedBy(Keysets.alone(MasterKey.parse(promoted)))).isPresent();
        assertThat(renewal.findNotOpenedBy(master.keyset())).isEmpty();
    }

    /** No node may meet a key it does not know: announced, used, alone. */
    @Test
    void isReplacedInThreeStepsWhereAnOperatorSetsIt(@TempDir Path directory) throws Exception {
        var first = MasterKey.print(master.keyset());
        var announced = directory.resolve("1");
        assertThat(step(first, announced)).isZero();
        var two = MasterKey.parse(Files.readString(announced));
        assertThat(two.size()).isEqualTo(2);
        assertThat(two.getPrimary().getId()).isEqualTo(master.keyset().getPrimary().getId());

        var promoted = directory.resolve("2");
        assertThat(step(Files.readString(announced), promoted)).isZero();
        var other = MasterKey.parse(Files.readString(promoted));
        assertThat(other.size()).isEqualTo(2);
        assertThat(other.getPrimary().getId()).isNotEqualTo(two.getPrimary().getId());

        assertThat(step(first, promoted)).as("it is there already").isEqualTo(2);
        assertThat(new RotateMasterKey(configured(first), renewal).run(new Options(List.of())))
                .as("nowhere to write")
                .isEqualTo(2);
    }

    private int step(String set, Path next) throws Exception {
        return new RotateMasterKey(configured(set), renewal)
                .run(new Options(List.of("--to", next.toString())));
    }

    private MasterKey configured(String keyset) {
        return new MasterKey(data, new CryptoSettings(keyset, null, Duration.ZERO));
    }

    private void assertAllOpen(List<OrganizationId> organizations, List<byte[]> sealed) {
        for (var i = 0; i < organizations.size(); i++) {
            var one = sealed.get(i);
            assertThat(Tenancy.callAs(organizations.get(i), () -> keys.decryptText(one, PLACE)))
                    .isEqualTo("Hello");
        }
    }

    private byte[] keyset(OrganizationId organization) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select sealed_keyset from organization_key where organization_id = :id")
                        .param("id", organization)
                        .query(byte[].class)
                        .single());
    }

    private static boolean opens(KeysetHandle with, byte[] sealed, OrganizationId organization) {
        try {
            TinkProtoKeysetFormat.parseEncryptedKeyset(
                    sealed,
                    with.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    organization.toString().getBytes(StandardCharsets.UTF_8),
                    RegistryConfiguration.get());
            return true;
        } catch (java.security.GeneralSecurityException refused) {
            return false;
        }
    }

    /** As before there was a key of the installation's own. */
    private byte[] closedByTheMasterKeyItself() throws Exception {
        var raw =
                master.keyset()
                        .getPrimitive(RegistryConfiguration.get(), Aead.class)
                        .encrypt(
                                "signs".getBytes(StandardCharsets.UTF_8),
                                "audit_key.sealed_private".getBytes(StandardCharsets.UTF_8));
        everything.inTransaction(jdbc ->
                jdbc.sql("delete from installation_key").update()
                        + jdbc.sql(
                                        "insert into audit_key (sealed_private, public_key, created_at) values (:raw, :raw, now())")
                                .param("raw", raw)
                                .update());
        seal.forget();
        assertThat(seal.open(raw, "audit_key.sealed_private")).asString().isEqualTo("signs");
        return raw;
    }
}
