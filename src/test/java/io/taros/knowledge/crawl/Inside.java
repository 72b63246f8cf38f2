package io.taros.knowledge.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** What listens on this machine and is none of a website's business, by TCP and by UDP. */
final class Inside implements AutoCloseable {
    private final ServerSocket listener;
    private final DatagramSocket datagrams;
    private final AtomicInteger heard = new AtomicInteger();

    Inside() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            datagrams =
                    new DatagramSocket(new InetSocketAddress("127.0.0.1", listener.getLocalPort()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
        Thread.ofVirtual().start(this::receive);
    }

    int heard() {
        return heard.get();
    }

    String url() {
        return "http://127.0.0.1:%d/".formatted(listener.getLocalPort());
    }

    /** A page that tries every way out a page has. */
    String attack() {
        return """
        <html><head><title>Attack</title>
        <link rel=preconnect href='http://127.0.0.1:PORT'><link rel=dns-prefetch href='//rebound.example'>
        <link rel=prefetch href='http://127.0.0.1:PORT/prefetch'><link rel=stylesheet href='http://127.0.0.1:PORT/a.css'>
        <meta http-equiv=refresh content='1;url=http://127.0.0.1:PORT/refresh'></head>
        <body><div id=root></div>
        <script src='http://127.0.0.1:PORT/a.js'></script><script src='/away.js'></script>
        <iframe src='http://127.0.0.1:PORT/frame'></iframe><img src='http://127.0.0.1:PORT/a.png'>
        <object data='http://127.0.0.1:PORT/object'></object><embed src='http://127.0.0.1:PORT/embed'>
        <video src='http://127.0.0.1:PORT/a.webm'></video>
        <script>
        const root = document.getElementById('root');
        const say = words => root.innerHTML += '<p>' + words + '</p>';
        const tries = [
          'http://127.0.0.1:PORT/', 'http://localhost:PORT/', 'http://rebound.example:PORT/', 'http://2130706433:PORT/',
          'http://[::ffff:127.0.0.1]:PORT/', 'http://169.254.169.254/latest/meta-data/', 'http://10.0.0.1/', '/away'];
        const attempt = what => { try { what(); } catch (refused) {} };
        attempt(() => new WebSocket('ws://127.0.0.1:PORT/socket'));
        attempt(() => new WebSocket('ws://localhost:PORT/socket'));
        attempt(() => new EventSource('http://127.0.0.1:PORT/events'));
        attempt(() => navigator.sendBeacon('http://127.0.0.1:PORT/beacon', 'secret'));
        attempt(() => navigator.serviceWorker.register('/worker.js'));
        attempt(() => new Worker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:PORT/worker')"]))));
        attempt(() => new SharedWorker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:PORT/shared')"]))));
        attempt(() => window.open('http://127.0.0.1:PORT/popup'));
        attempt(() => new WebTransport('https://127.0.0.1:PORT/transport'));
        attempt(() => {
          const link = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:PORT'}]});
          link.createDataChannel('out');
          link.createOffer().then(offer => link.setLocalDescription(offer));
        });
        attempt(() => {
          const form = document.createElement('form');
          form.method = 'post'; form.target = 'elsewhere'; form.action = 'http://127.0.0.1:PORT/form';
          document.body.append(form); form.submit();
        });
        (async () => {
          for (const url of tries) {
            for (const method of ['GET', 'POST']) {
              await fetch(url, {method, body: method == 'POST' ? 'x' : null})
                .then(answer => say('Got through to ' + url), () => {});
            }
          }
          say('Tried everything there is on a page of this kind, one after the other.');
          location = 'http://127.0.0.1:PORT/leave';
        })();
        </script></body></html>
        """
                .replace("PORT", String.valueOf(listener.getLocalPort()));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        datagrams.close();
    }

    private void accept() {
        try {
            while (true) {
                listener.accept().close();
                heard.incrementAndGet();
            }
        } catch (IOException closed) {
            // Nobody listens any more.
        }
    }

    private void receive() {
        try {
            while (true) {
                datagrams.receive(new DatagramPacket(new byte[1], 1));
                heard.incrementAndGet();
            }
        } catch (IOException closed) {
            // Nobody listens any more.
        }
    }
}
