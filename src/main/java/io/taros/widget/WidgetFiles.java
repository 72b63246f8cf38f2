package io.taros.widget;

import io.taros.platform.security.Open;
import io.taros.platform.web.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The script that websites embed and the chat it loads when it is opened. Their addresses never
 * change, so they are cached briefly and then asked about by hash.
 */
@RestController
class WidgetFiles {
    private static final String LOADER = "classpath*:static-widget/loader/*.js";
    private static final String CHAT = "classpath*:static-widget/chat/*.js";
    private static final String WHY = "Any website may load the script; it holds no data";
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final MediaType JAVASCRIPT =
            MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final Map<String, File> files = new ConcurrentHashMap<>();

    private record File(byte[] content, String hash) {
        static File of(byte[] content) {
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(content);
                return new File(content, "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @GetMapping("/widget.js")
    @Open(WHY)
    ResponseEntity<byte[]> loader() {
        return serve(LOADER);
    }

    @GetMapping("/widget/chat.js")
    @Open(WHY)
    ResponseEntity<byte[]> chat() {
        return serve(CHAT);
    }

    private ResponseEntity<byte[]> serve(String pattern) {
        var file =
                files.computeIfAbsent(
                        pattern, one -> read(one).map(File::of).orElseThrow(NotFound::new));
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(
                        CacheControl.maxAge(FRESH)
                                .cachePublic()
                                .staleWhileRevalidate(Duration.ofDays(1)))
                .eTag(file.hash())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(file.content());
    }

    private static Optional<byte[]> read(String pattern) {
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                return Optional.of(resource.getContentAsByteArray());
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
