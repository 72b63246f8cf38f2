package io.taros.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.taros.account.AccountSettings.Registration;
import io.taros.platform.fetch.SafeFetch;
import io.taros.testing.TarosTest;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that speaks the range protocol. */
@TarosTest
class BreachedPasswordsTest {
    /** SHA-1 of "password": 5BAA6 and the rest. */
    private static final String RANGE =
            "1D2DA4053E34E76F6576ED1DA63134B5E2A:2\r\n1E4C9B93F3F0682250B6CF8331B7EE68FD8:52256179\r\n";

    private final SafeFetch fetch;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    BreachedPasswordsTest(SafeFetch fetch) {
        this.fetch = fetch;
    }

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/range/",
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    var body = RANGE.getBytes(StandardCharsets.US_ASCII);
                    exchange.getResponseHeaders().add("Content-Type", "text/plain");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void hearFiveCharactersOfAHashAndNoMore() {
        var service = at("http://127.0.0.1:" + server.getAddress().getPort() + "/range/");

        assertThat(service.contains("password")).isTrue();
        assertThat(service.contains("seven patient herons")).isFalse();

        assertThat(asked).hasSize(2).first().isEqualTo("/range/5BAA6");
        assertThat(asked).allMatch(path -> path.length() == "/range/".length() + 5);
    }

    @Test
    void keepNobodyOutWhenTheServiceIsAway() {
        server.stop(0);

        assertThat(
                        at("http://127.0.0.1:" + server.getAddress().getPort() + "/")
                                .contains("password"))
                .isFalse();
    }

    @Test
    void areNotAskedUnlessToldWhere() {
        assertThat(at(null).contains("password")).isFalse();
        assertThat(asked).isEmpty();
    }

    private BreachedPasswords at(@Nullable String address) {
        return new BreachedPasswords(
                fetch,
                new AccountSettings(
                        Registration.INVITED,
                        null,
                        null,
                        "1",
                        address == null ? null : URI.create(address)));
    }
}
