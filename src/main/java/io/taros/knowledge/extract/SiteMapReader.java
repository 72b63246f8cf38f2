package io.taros.knowledge.extract;

import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads a site map or an index of them, packed or not, in whatever format. */
final class SiteMapReader {
    /** What the protocol allows one to have. */
    private static final int MAX_INFLATED = 50 << 20;

    private static final int MAX_ADDRESSES = 50_000;

    private SiteMapReader() {}

    static SiteMapContent read(byte[] body, String address) {
        try {
            var parser = new SiteMapParser(false, true);
            var map = parser.parseSiteMap(unpacked(body), URI.create(address).toURL());
            return switch (map) {
                case SiteMapIndex index ->
                        new SiteMapContent(
                                List.of(),
                                index.getSitemaps().stream()
                                        .limit(MAX_ADDRESSES)
                                        .map(inner -> inner.getUrl().toString())
                                        .toList());
                case SiteMap list ->
                        new SiteMapContent(
                                list.getSiteMapUrls().stream()
                                        .limit(MAX_ADDRESSES)
                                        .map(SiteMapReader::page)
                                        .toList(),
                                List.of());
                default -> SiteMapContent.EMPTY;
            };
        } catch (IOException | UnknownFormatException | IllegalArgumentException broken) {
            return SiteMapContent.EMPTY;
        }
    }

    private static SiteMapContent.Page page(SiteMapURL entry) {
        var changed = entry.getLastModified();
        return new SiteMapContent.Page(
                entry.getUrl().toString(), changed == null ? null : changed.toInstant());
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        boolean packed = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
        if (!packed) {
            return body;
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readNBytes(MAX_INFLATED);
        }
    }
}
