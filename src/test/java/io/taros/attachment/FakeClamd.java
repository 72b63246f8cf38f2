package io.taros.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Speaks clamd's INSTREAM on a port, and knows one virus: the test file of EICAR. */
public final class FakeClamd implements AutoCloseable {
    public static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket socket;
    private volatile Function<byte[], String> says = FakeClamd::verdict;

    public FakeClamd() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /**
     * @param answer without the end of a line; none to say nothing at all
     */
    void say(Function<byte[], String> answer) {
        says = answer;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try {
            var in = new DataInputStream(caller.getInputStream());
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            if (!command.equals("zINSTREAM\0")) {
                caller.close();
                return;
            }
            var content = new ByteArrayOutputStream();
            for (var length = in.readInt(); length > 0; length = in.readInt()) {
                content.writeBytes(in.readNBytes(length));
            }
            var answer = says.apply(content.toByteArray());
            if (answer != null) {
                caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
                caller.close();
            }
        } catch (IOException gone) {
            // Whoever asked hung up.
        }
    }

    private static String verdict(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(EICAR)
                ? "stream: Eicar-Test-Signature FOUND"
                : "stream: OK";
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
