package io.taros.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** A name server on a port that knows the TXT records it is told, and can fail or say nothing. */
public final class DnsServer {
    private final DatagramSocket socket;
    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final Map<String, String> aliases = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> mute = ConcurrentHashMap.newKeySet();

    public DnsServer() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("dns-server").start(this::serve);
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public void empty() {
        records.clear();
        aliases.clear();
        failing.clear();
        mute.clear();
    }

    public void set(String domain, String... texts) {
        records.put(domain, List.of(texts));
    }

    /** A name that is another's, with the texts of that one. */
    public void alias(String domain, String target, String... texts) {
        aliases.put(domain, target);
        set(domain, texts);
    }

    public void remove(String domain) {
        records.remove(domain);
    }

    /** As a name server whose own are out of order. */
    public void fail(String domain) {
        failing.add(domain);
    }

    public void saysNothingOf(String domain) {
        mute.add(domain);
    }

    private void serve() {
        var buffer = new byte[4_096];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                answer(new Message(Arrays.copyOf(buffer, packet.getLength())), packet);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Message question, DatagramPacket from) throws IOException {
        var asked = question.getQuestion();
        var domain = asked.getName().toString(true);
        if (mute.contains(domain)) {
            return;
        }
        var answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asked, Section.QUESTION);
        var texts = records.get(domain);
        if (failing.contains(domain)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (texts == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            var target = aliases.get(domain);
            var name = target == null ? asked.getName() : Name.fromString(target + ".");
            if (target != null) {
                answer.addRecord(
                        new CNAMERecord(asked.getName(), DClass.IN, 60, name), Section.ANSWER);
            }
            for (var text : texts) {
                answer.addRecord(new TXTRecord(name, DClass.IN, 60, text), Section.ANSWER);
            }
        }
        var bytes = answer.toWire();
        socket.send(new DatagramPacket(bytes, bytes.length, from.getAddress(), from.getPort()));
    }
}
