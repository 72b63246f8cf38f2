package io.taros.partner;

import static io.taros.account.AccountTest.DNS;
import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.taros.account.AccountTest;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.platform.security.Tenancy.Hand;
import io.taros.testing.TestInstallation;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A real Caddy in front, set up as the docs say but with certificates of its own making: it asks
 * nobody outside. Skipped where there is none.
 */
@AccountTest
class CaddyTest {
    private static final String DOMAIN = "chat.fjord.example";
    private static final String SETUP =
            """
            {
                admin off
                skip_install_trust
                auto_https disable_redirects
                storage file_system %s
                on_demand_tls {
                    ask http://127.0.0.1:%d/tls-check
                }
            }
            https://:%d {
                bind 127.0.0.1
                tls internal {
                    on_demand
                }
                reverse_proxy 127.0.0.1:%2$d
            }
            """;

    private final Tenants tenants;
    private final Certification certification;
    private final PartnerDomains domains;
    private final VerifyPartnerDomain verify;
    private final int port;
    private final Path directory = TestInstallation.freshDirectory().toAbsolutePath();
    private int tls;
    private Process caddy;

    CaddyTest(
            Tenants tenants,
            Certification certification,
            PartnerDomains domains,
            VerifyPartnerDomain verify,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.certification = certification;
        this.domains = domains;
        this.verify = verify;
        this.port = port;
    }

    @BeforeEach
    void caddyIsInFront() throws IOException {
        var program = program();
        assumeTrue(
                program.isPresent(),
                "There is no Caddy here: install it (apt-get install caddy) to test it in front.");
        try (var free = new ServerSocket(0)) {
            tls = free.getLocalPort();
        }
        var file = directory.resolve("Caddyfile");
        Files.writeString(file, SETUP.formatted(directory, port, tls));
        var starting =
                new ProcessBuilder(
                                program.get().toString(),
                                "run",
                                "--config",
                                file.toString(),
                                "--adapter",
                                "caddyfile")
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("caddy.log").toFile());
        // What it keeps for itself stays where the test is.
        starting.environment().put("HOME", directory.toString());
        caddy = starting.start();
        eventually(() -> new Socket("127.0.0.1", tls).close());
    }

    @AfterEach
    void caddyIsGone() throws InterruptedException {
        if (caddy != null) {
            caddy.destroy();
            assertThat(caddy.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void getsACertificateForADomainWhileItIsServedAndForNothingElse() throws Exception {
        assertThatThrownBy(() -> ask(DOMAIN)).isInstanceOf(SSLException.class);

        var agency = tenants.open("Agency");
        Tenancy.runAs(
                agency.organization(),
                () -> {
                    certification.give(agency.organization(), Hand.OPERATOR, null);
                    domains.replace(DOMAIN);
                    var wanted = domains.find().orElseThrow();
                    DNS.set(wanted.record(), wanted.proof());
                    assertThat(verify.look().name()).isEqualTo("FOUND");
                });

        assertThat(ask(DOMAIN)).startsWith("HTTP/1.1 200");
        assertThatThrownBy(() -> ask("other.fjord.example")).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> ask("x." + DOMAIN)).isInstanceOf(SSLException.class);
    }

    /** The page to sign in at, over TLS with a certificate that stands for this name. */
    private String ask(String host) throws Exception {
        try (var socket =
                (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", tls)) {
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            assertThat(shown.getSubjectAlternativeNames()).anyMatch(name -> name.contains(host));
            socket.getOutputStream()
                    .write(
                            "GET /sign-in HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                                    .formatted(host)
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Its own root and no other; before the first certificate there is none. */
    private SSLContext trusting() throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        var root = directory.resolve("pki/authorities/local/root.crt");
        if (Files.exists(root)) {
            trusted.setCertificateEntry(
                    "caddy",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(Files.readAllBytes(root))));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static Optional<Path> program() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "caddy"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
