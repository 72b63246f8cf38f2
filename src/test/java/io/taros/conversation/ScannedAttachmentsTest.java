package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.attachment.CheckFile;
import io.taros.attachment.FakeClamd;
import io.taros.attachment.Samples;
import io.taros.attachment.ScannedFiles;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.egress.Egress;
import io.taros.platform.security.Tenancy;
import io.taros.platform.storage.BlobId;
import io.taros.platform.storage.BlobStore;
import io.taros.platform.storage.StrayBlobs;
import io.taros.platform.web.BadInput;
import io.taros.testing.MovedClock;
import io.taros.testing.TarosTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

/** Nothing is kept that the scanner did not find clean, nor what nobody sends. */
@TarosTest
class ScannedAttachmentsTest {
    private final FakeClamd scanner = new FakeClamd();
    private final Tenants tenants;
    private final Bots bots;
    private final Conversations conversations;
    private final Audit audit;
    private final BlobStore blobs;
    private final DiscardingFiles discarding;
    private final MovedClock clock;
    private final CheckFile check;
    private final Attachments attachments;
    private final StrayBlobs strays;
    private TakeAttachment take;
    private Tenants.Tenant acme;
    private Conversation.Id conversation;

    ScannedAttachmentsTest(
            Tenants tenants,
            Bots bots,
            Conversations conversations,
            Attachments attachments,
            Audit audit,
            BlobStore blobs,
            StrayBlobs strays,
            DiscardingFiles discarding,
            Egress egress,
            MovedClock clock) {
        this.tenants = tenants;
        this.bots = bots;
        this.conversations = conversations;
        this.audit = audit;
        this.blobs = blobs;
        this.strays = strays;
        this.attachments = attachments;
        this.discarding = discarding;
        this.clock = clock;
        check = ScannedFiles.checked(scanner, egress);
        take = new TakeAttachment(check, attachments, ScannedFiles.settings(scanner), audit);
    }

    @BeforeEach
    void somebodyWrites() {
        acme = tenants.open("Acme");
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    var bot = bots.add(BotSettings.named("Robin")).id();
                    conversation =
                            conversations
                                    .open(new NewConversation(bot, "en", null, null, null, null))
                                    .id();
                });
    }

    @AfterEach
    void close() {
        check.destroy();
        scanner.close();
    }

    private TakeAttachment.Upload upload(byte[] content) {
        return new TakeAttachment.Upload("a.txt", content.length, new ByteArrayResource(content));
    }

    private Attachment take(byte[] content) {
        return Tenancy.callAs(
                acme.organization(),
                () -> take.take(conversation, Message.Role.VISITOR, upload(content)));
    }

    private void refuses(byte[] content, String key) {
        assertThatThrownBy(() -> take(content))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.getCodes()).containsExactly(key));
        assertThat(stored()).isZero();
    }

    private int stored() {
        return Tenancy.callAs(acme.organization(), () -> blobs.list(Instant.MAX).size());
    }

    @Test
    void takesWhatIsClean() {
        take(Samples.picture("png"));

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void refusesMalwareAndWritesItDown() {
        refuses(FakeClamd.EICAR.getBytes(StandardCharsets.US_ASCII), "attachment.input.infected");

        var entry = Tenancy.callAs(acme.organization(), () -> audit.latest(1)).getFirst();
        assertThat(entry.action()).isEqualTo("conversation.file-refused");
        assertThat(entry.objectId()).isEqualTo(conversation.value());
        assertThat(entry.detail()).contains("Eicar-Test-Signature");
    }

    @Test
    void takesNothingWhileTheScannerIsSilent() {
        scanner.close();

        refuses(Samples.picture("png"), "attachment.input.not-scanned");
    }

    @Test
    void refusesWhatIsLargerThanIsTaken() {
        refuses(new byte[1024 * 1024 + 1], "attachment.input.large");
    }

    @Test
    void refusesWhatGrewWhenItWasWrittenAnew() {
        var western = new byte[700 * 1024];
        Arrays.fill(western, (byte) 0xe5);

        refuses(western, "attachment.input.large");
    }

    @Test
    void takesNothingWhileTheDiskIsNearlyFull() {
        var settings = ScannedFiles.settings(scanner, DataSize.ofTerabytes(1_000_000));
        take = new TakeAttachment(check, attachments, settings, audit);

        refuses(Samples.picture("png"), "attachment.input.no-space");
    }

    @Test
    void takesAllOfAMessageOrNone() {
        var one = upload(Samples.picture("png"));
        var two = upload(FakeClamd.EICAR.getBytes(StandardCharsets.US_ASCII));

        Tenancy.runAs(
                acme.organization(),
                () -> {
                    assertThatThrownBy(() ->
                                    take.takeAll(
                                            conversation, Message.Role.PERSON, List.of(one, two)))
                            .isInstanceOf(BadInput.class);
                    discarding.handle(new DiscardFiles(acme.organization()));
                });

        assertThat(stored()).isZero();
    }

    @Test
    void removesWhatNoRowNames() {
        var stray = new BlobId(new UUID(0, 7));
        take(Samples.picture("png"));
        Tenancy.runAs(acme.organization(), () -> blobs.put(stray, new byte[] {1}));

        strays.removeEverywhere();

        assertThat(Tenancy.callAs(acme.organization(), () -> blobs.list(Instant.MAX)))
                .hasSize(1)
                .doesNotContain(stray);
    }

    @Test
    void dropsWhatNobodySends() {
        take(Samples.picture("png"));
        discarding.tidy();
        assertThat(stored()).isEqualTo(1);

        clock.putTo(clock.instant().plus(DiscardingFiles.UNSENT).plusSeconds(60));
        discarding.tidy();

        // The job stands in the time that the clock was put to.
        Tenancy.runAs(
                acme.organization(),
                () -> discarding.handle(new DiscardFiles(acme.organization())));
        assertThat(stored()).isZero();
    }
}
