package io.taros.attachment;

import io.taros.platform.egress.OutboundCall;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks ClamAV's daemon about a file: its INSTREAM command, over TCP or a socket of this machine.
 */
final class Clamd {
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;

    /** Its answers are one line. */
    private static final int LONGEST_ANSWER = 4_096;

    private final SocketAddress address;
    private final Duration patience;

    private Clamd(SocketAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /**
     * @param place {@code host:port}, or the path of a socket
     */
    static Clamd at(String place, Duration patience) {
        if (place.startsWith("/")) {
            return new Clamd(UnixDomainSocketAddress.of(place), patience);
        }
        var colon = place.lastIndexOf(':');
        var port = colon < 1 ? "" : place.substring(colon + 1);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException(place);
        }
        return new Clamd(
                InetSocketAddress.createUnresolved(
                        place.substring(0, colon), Integer.parseInt(port)),
                patience);
    }

    /** Where it is on a network; absent of a socket of this machine. */
    @Nullable String host() {
        return address instanceof InetSocketAddress named ? named.getHostString() : null;
    }

    sealed interface Verdict {
        record Clean() implements Verdict {}

        /**
         * @param signature by what it was known
         */
        record Found(String signature) implements Verdict {}

        /** Whatever kept it from saying. */
        record None() implements Verdict {}
    }

    /** Nothing but its own word counts as clean. */
    Verdict ask(InputStream content, OutboundCall call) throws InterruptedException {
        try (var channel =
                isOfThisMachine()
                        ? SocketChannel.open(StandardProtocolFamily.UNIX)
                        : SocketChannel.open()) {
            var verdict = new CompletableFuture<Verdict>();
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            verdict.complete(exchange(channel, content, call));
                        } catch (IOException | RuntimeException e) {
                            verdict.completeExceptionally(e);
                        }
                    });
            // Closing the channel ends whoever still waits at it.
            return verdict.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException | ExecutionException | TimeoutException unreachable) {
            return new Verdict.None();
        }
    }

    private boolean isOfThisMachine() {
        return address instanceof UnixDomainSocketAddress;
    }

    private Verdict exchange(SocketChannel channel, InputStream content, OutboundCall call)
            throws IOException {
        channel.connect(
                address instanceof InetSocketAddress named
                        ? new InetSocketAddress(named.getHostString(), named.getPort())
                        : address);
        send(channel, content, call);
        var verdict = verdict(answer(channel));
        call.answered();
        return verdict;
    }

    private static void send(SocketChannel channel, InputStream content, OutboundCall call)
            throws IOException {
        var out = new DataOutputStream(Channels.newOutputStream(channel));
        out.write(COMMAND);
        var piece = new byte[PIECE];
        for (var read = content.read(piece); read >= 0; read = content.read(piece)) {
            out.writeInt(read);
            out.write(piece, 0, read);
            call.sent(read);
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(SocketChannel channel) throws IOException {
        var answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            var end = answer.position() - 1;
            if (end >= 0 && answer.get(end) == 0) {
                return new String(answer.array(), 0, end, StandardCharsets.UTF_8).strip();
            }
        }
        throw new IOException("No answer of clamd");
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        return answer.startsWith("stream: ") && answer.endsWith(" FOUND")
                ? new Verdict.Found(
                        answer.substring("stream: ".length(), answer.length() - " FOUND".length()))
                : new Verdict.None();
    }
}
