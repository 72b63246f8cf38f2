package io.taros.widget;

import io.taros.platform.security.Open;
import io.taros.platform.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The script that websites embed and what it loads when it is opened. Addresses that never change
 * are cached briefly and then asked about by hash; a name that carries a hash of its own is cached
 * for good.
 */
@RestController
class WidgetFiles {
    private static final String LOADER = "static-widget/loader/loader.js";
    private static final String CHAT = "static-widget/chat/";
    private static final String EMBED = "static-widget/embed/";
    private static final String WHY = "Any website may load the script; it holds no data";
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[A-Z0-9]{8})?\\.(js|css)");

    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofMinutes(5))
                    .cachePublic()
                    .staleWhileRevalidate(Duration.ofDays(1));
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final MediaType JAVASCRIPT =
            MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

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
        return serve(LOADER, BRIEFLY);
    }

    @GetMapping("/widget/{name}")
    @Open(WHY)
    ResponseEntity<byte[]> part(@PathVariable String name) {
        var match = NAME.matcher(name);
        if (!match.matches()) {
            throw new NotFound();
        }
        return serve(CHAT + name, match.group(1) == null ? BRIEFLY : FOR_GOOD);
    }

    /** A plugin for WordPress, and what {@code npm install} takes by its address. */
    @GetMapping({"/widget/wordpress.zip", "/widget/npm.tgz"})
    @Open(WHY)
    ResponseEntity<byte[]> embed(HttpServletRequest request) {
        var path = request.getRequestURI();
        return serve(EMBED + path.substring(path.lastIndexOf('/') + 1), BRIEFLY);
    }

    private ResponseEntity<byte[]> serve(String path, CacheControl cache) {
        var known = files.get(path);
        var file = known == null ? read(path) : known;
        files.put(path, file);
        return ResponseEntity.ok()
                .contentType(typeOf(path))
                .cacheControl(cache)
                .eTag(file.hash())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(file.content());
    }

    private static MediaType typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> CSS;
            case "js" -> JAVASCRIPT;
            default -> MediaType.APPLICATION_OCTET_STREAM;
        };
    }

    private static File read(String path) {
        var resource = new ClassPathResource(path);
        if (!resource.exists()) {
            throw new NotFound();
        }
        try {
            return File.of(resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
