package io.taros.partner;

import io.taros.platform.web.BadInput;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture as it is kept: drawn anew, so that nothing of a file but its colours stays. What kind
 * of file it is, its bytes say, not its name. There is no SVG: that is a program.
 *
 * @param png no larger than it is shown
 * @param hash of these bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record Logo(byte[] png, String hash) {
    static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_PIXELS = 4096;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 120;
    private static final Set<String> KINDS = Set.of("png", "jpeg");

    /** Refuses what is no picture, before it is unpacked where it would fill the memory. */
    static Logo of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new BadInput("logo", "partner.brand.logo.large", MOST_BYTES / 1024);
        }
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw noPicture();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return drawn(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof BadInput refused ? refused : noPicture();
        }
    }

    private static Logo drawn(ImageReader reader) throws IOException {
        if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw noPicture();
        }
        if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
            throw new BadInput("logo", "partner.brand.logo.pixels", MOST_PIXELS);
        }
        var picture = reader.read(0);
        var shrink =
                Math.min(
                        1,
                        Math.min(
                                (double) WIDTH / picture.getWidth(),
                                (double) HEIGHT / picture.getHeight()));
        // Halved step by step: at once, only a few of the pixels would be looked at.
        while (shrink < 0.5) {
            picture = draw(picture, 0.5);
            shrink *= 2;
        }
        return png(draw(picture, shrink));
    }

    private static BufferedImage draw(BufferedImage picture, double scale) {
        var width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        var height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = smaller.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return smaller;
    }

    private static Logo png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        var png = bytes.toByteArray();
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(png);
            return new Logo(png, HexFormat.of().formatHex(hash, 0, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BadInput noPicture() {
        return new BadInput("logo", "partner.brand.logo.none");
    }
}
