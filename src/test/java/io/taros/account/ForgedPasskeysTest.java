package io.taros.account;

import static io.taros.account.AccountTest.MAIL;
import static io.taros.account.SoftwareKey.PRESENT;
import static io.taros.account.SoftwareKey.SYNCABLE;
import static io.taros.account.SoftwareKey.SYNCED;
import static io.taros.account.SoftwareKey.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Challenges.Challenge;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.Mailbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers of passkeys that nobody is let in by. */
@AccountTest
class ForgedPasskeysTest {
    private final Tenants tenants;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final int port;
    private final SoftwareKey key = new SoftwareKey(Mailbox.BASE);
    private final PasskeyUser owner;
    private final PasskeyUser forger;
    private Tenants.Tenant acme;

    ForgedPasskeysTest(Tenants tenants, Audit audit, JdbcClient jdbc, @LocalServerPort int port) {
        this.tenants = tenants;
        this.audit = audit;
        this.jdbc = jdbc;
        this.port = port;
        owner = new PasskeyUser(new Browser(port));
        forger = new PasskeyUser(new Browser(port));
    }

    @BeforeEach
    void open() {
        MAIL.empty();
        acme = tenants.open("Acme");
        owner.browser().signIn(acme.email(), Tenants.PASSWORD);
    }

    private static Named<Consumer<SoftwareKey>> lie(String name, Consumer<SoftwareKey> lie) {
        return Named.of(name, lie);
    }

    static Stream<Named<Consumer<SoftwareKey>>> lies() {
        return Stream.of(
                lie("another origin", key -> key.origin = "https://taros.example"),
                lie("a page below our host", key -> key.origin = "http://evil.taros.example"),
                lie("another port", key -> key.origin = "http://taros.example:8443"),
                lie("another relying party", key -> key.rpId = "evil.example"),
                lie("inside a foreign page", key -> key.isFramed = true),
                lie("another ceremony", key -> key.type = "payment.get"),
                lie("the user was not verified", key -> key.flags = PRESENT),
                lie("nobody was there", key -> key.flags = VERIFIED),
                lie("synced, and not to be", key -> key.flags |= SYNCED));
    }

    static Stream<Named<Consumer<SoftwareKey>>> liesOfASignature() {
        return Stream.concat(
                lies(),
                Stream.of(
                        lie("a bit of the signature", key -> key.signature = tampered()),
                        lie("no signature", key -> key.signature = _ -> new byte[0]),
                        lie("another credential", key -> key.id = new byte[32]),
                        lie("another person", key -> key.handle = new byte[16]),
                        lie("no person", key -> key.handle = new byte[0]),
                        lie("syncable of a sudden", key -> key.flags |= SYNCABLE)));
    }

    private static java.util.function.UnaryOperator<byte[]> tampered() {
        return signature -> {
            var changed = signature.clone();
            changed[changed.length - 1] ^= 1;
            return changed;
        };
    }

    @ParameterizedTest
    @MethodSource("liesOfASignature")
    void letNobodyIn(Consumer<SoftwareKey> lie) {
        owner.add(key, "Laptop");
        lie.accept(key);

        assertThat(forger.signIn(key).status()).isEqualTo(422);
        assertThat(forger.isIn()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("lies")
    void makeNoPasskey(Consumer<SoftwareKey> lie) {
        lie.accept(key);

        assertThat(owner.add(key, "Laptop").body()).contains("nothing was added");
        assertThat(passkeys()).isZero();
    }

    @Test
    void makeNoneByAnAlgorithmThatWasNotAskedFor() {
        var other = new SoftwareKey(SoftwareKey.Algorithm.ES384, Mailbox.BASE);

        assertThat(owner.add(other, "Laptop").body()).contains("nothing was added");
        assertThat(passkeys()).isZero();
    }

    @Test
    void areToldToTheOwnersOrganization() {
        owner.add(key, "Laptop");
        key.signature = tampered();
        forger.signIn(key);

        assertThat(actions()).contains("account.sign-in-refused");
    }

    @Test
    void answerAChallengeOnce() {
        owner.add(key, "Laptop");
        var answer = key.sign(forger.challenge());
        assertThat(forger.answer(answer).status()).isEqualTo(303);
        forger.browser().get("/account");
        forger.browser().post("/sign-out");
        forger.browser().get("/sign-in");

        var again = forger.answer(answer);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("was answered before");
        forger.challenge();
        assertThat(forger.answer(answer).status()).as("another is asked").isEqualTo(422);
        assertThat(forger.isIn()).isFalse();
    }

    @Test
    void areWorthNothingInAnotherSession() {
        owner.add(key, "Laptop");
        var stolen = key.sign(new PasskeyUser(new Browser(port)).challenge());
        forger.challenge();

        assertThat(forger.answer(stolen).status()).isEqualTo(422);
    }

    @Test
    void areWorthNothingForAnotherPurpose() {
        owner.add(key, "Laptop");
        var asked = owner.asked();

        assertThat(owner.answer(key.sign(asked)).status()).isEqualTo(422);
        assertThat(
                        owner.browser()
                                .post("/account/passkeys", "passkey", key.make(owner.challenge()))
                                .status())
                .isEqualTo(422);
        assertThat(passkeys()).isEqualTo(1);
    }

    @Test
    void comeTooLate() throws Exception {
        owner.add(key, "Laptop");
        var challenge = forger.challenge();
        letFiveMinutesPass();

        var late = forger.answer(key.sign(challenge));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("longer than five minutes");
    }

    /** As when a challenge was made five minutes ago. */
    private void letFiveMinutesPass() throws Exception {
        var stored =
                jdbc.sql(
                                """
                                select attribute_bytes from spring_session_attributes
                                where attribute_name = 'challenge-SIGN_IN'
                                """)
                        .query(byte[].class)
                        .single();
        Challenge made;
        try (var in = new ObjectInputStream(new ByteArrayInputStream(stored))) {
            made = (Challenge) in.readObject();
        }
        var older = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(older)) {
            out.writeObject(new Challenge(made.bytes(), made.since() - 300_001));
        }
        jdbc.sql(
                        """
                        update spring_session_attributes set attribute_bytes = :older
                        where attribute_name = 'challenge-SIGN_IN'
                        """)
                .param("older", older.toByteArray())
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{}",
                "[]",
                "7",
                "\"x\"",
                "{\"id\":\"AA\"}",
                "{\"id\":null,\"response\":null}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{},\"clientExtensionResults\":{}}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":"
                        + "{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"attestationObject\":\"v2Zh\"}}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":"
                        + "{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"\",\"signature\":\"\",\"attestationObject\":\"oA\"}}"
            })
    void mayBeNoAnswersAtAll(String junk) {
        forger.challenge();
        assertThat(forger.answer(junk).status()).isEqualTo(422);
        owner.asked();
        assertThat(owner.browser().post("/account/passkeys", "passkey", junk).status())
                .isEqualTo(422);
    }

    @Test
    void mayBeDeeperThanAnybodyReads() {
        var deep = "[".repeat(50_000);
        forger.challenge();

        assertThat(forger.answer("{\"id\":" + deep).status()).isEqualTo(422);
    }

    @Test
    void proveNobodyElse() {
        owner.add(key, "Laptop");
        var globex = tenants.open("Globex");
        forger.browser().signIn(globex.email(), Tenants.PASSWORD);
        assertThat(forger.add(new SoftwareKey(Mailbox.BASE), "Mine").status()).isEqualTo(200);
        jdbc.sql("delete from spring_session_attributes where attribute_name = 'proven'").update();
        forger.browser().get("/account/security");
        var asked = forger.browser().post("/account/passkeys/enrolment");

        var proof =
                forger.browser()
                        .post(
                                "/account/proof",
                                "proof-passkey",
                                key.sign(PasskeyUser.options(asked)),
                                "proof-path",
                                "/account/security");

        assertThat(proof.status()).isEqualTo(422);
        assertThat(proof.body()).contains("does not prove that it is you");
        assertThat(forger.browser().post("/account/passkeys/enrolment").body())
                .contains("Is it still you?");
    }

    /** Its owner comes in, and not whoever had the password. */
    @Test
    void completeNobodyElsesSignIn() {
        owner.add(key, "Laptop");
        var globex = tenants.open("Globex");
        forger.browser().signIn(globex.email(), Tenants.PASSWORD);
        var own = new SoftwareKey(Mailbox.BASE);
        forger.add(own, "Mine");
        forger.browser().post("/sign-out");
        forger.browser().signIn(acme.email(), Tenants.PASSWORD);

        forger.signIn(own);

        assertThat(forger.browser().get("/account").body())
                .contains(globex.email())
                .doesNotContain(acme.email());
    }

    @Test
    void addNoneThatIsSomebodysAlready() {
        owner.add(key, "Laptop");
        forger.browser().signIn(tenants.open("Globex").email(), Tenants.PASSWORD);

        assertThat(forger.add(key, "Mine").status()).isEqualTo(422);

        assertThat(passkeys()).isEqualTo(1);
    }

    /** One that counts cannot count back; one that says 0 never counted. */
    @Test
    void areKnownByCountingLessFarThanBefore() {
        key.counter = 7;
        owner.add(key, "Laptop");
        key.counter = 8;
        assertThat(forger.signIn(key).status()).isEqualTo(303);
        forger.browser().get("/account");
        forger.browser().post("/sign-out");

        for (var counter : List.of(8L, 3L, 0L)) {
            key.counter = counter;
            assertThat(forger.signIn(key).status()).as("counter %s", counter).isEqualTo(422);
            assertThat(forger.isIn()).isFalse();
        }
        MAIL.get(acme.email(), "A passkey was refused");
        assertThat(actions()).contains("account.passkey-copied");
        key.counter = 4_294_967_295L;
        assertThat(forger.signIn(key).status()).isEqualTo(303);
    }

    @Test
    void areNotKnownByACounterThatNeverCounts() {
        owner.add(key, "Laptop");

        for (var i = 0; i < 3; i++) {
            assertThat(new PasskeyUser(new Browser(port)).signIn(key).status()).isEqualTo(303);
        }
    }

    @Test
    void learnNothingOfAnAddress() {
        var before = forger.challenge();
        owner.add(key, "Laptop");
        var after = forger.challenge();

        assertThat(after.replaceAll("\"challenge\":\"[\\w-]+\"", ""))
                .isEqualTo(before.replaceAll("\"challenge\":\"[\\w-]+\"", ""))
                .contains("\"rpId\":\"taros.example\"", "\"allowCredentials\":[]")
                .contains("\"userVerification\":\"required\"");
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void areLimited() {
        owner.add(key, "Laptop");
        key.signature = tampered();
        var statuses = new int[22];
        Arrays.setAll(statuses, _ -> forger.signIn(key).status());

        assertThat(statuses[21]).isEqualTo(429);
    }

    @Test
    void needTheTokenOfAForm() {
        forger.browser().get("/sign-in");
        for (var path :
                List.of(
                        "/sign-in/passkey",
                        "/sign-in/passkey/challenge",
                        "/account/passkeys",
                        "/account/passkeys/enrolment")) {
            assertThat(forger.browser().postWithoutToken(path).status()).as(path).isEqualTo(403);
        }
    }

    private long passkeys() {
        return jdbc.sql("select count(*) from account_passkey").query(Long.class).single();
    }

    private List<String> actions() {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(100)).stream()
                .map(AuditEntry::action)
                .toList();
    }
}
