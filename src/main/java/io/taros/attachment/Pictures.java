package io.taros.attachment;

import io.taros.attachment.Cleaned.Flaw;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures are written anew from their pixels alone, the right way up: what a camera noted about
 * place, time and device stays behind, and so does whatever hid behind the picture.
 */
final class Pictures {
    /** More than any phone takes; looked at before a single pixel is unpacked. */
    static final long MOST_PIXELS = 120_000_000;

    /** The same where a picture cannot be unpacked row by row. */
    static final long MOST_PIXELS_AT_ONCE = 30_000_000;

    /** What is larger is kept with fewer. */
    private static final long KEPT_PIXELS = 16_000_000;

    private static final float QUALITY = 0.9f;

    private Pictures() {}

    static Cleaned clean(byte[] content, String format) {
        var readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            return new Cleaned.Unfit(Flaw.UNKNOWN);
        }
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > mostOf(content, format)) {
                return new Cleaned.Unfit(Flaw.TOO_MANY_PIXELS);
            }
            var read = read(reader, pixels);
            var as = keptAs(format, read);
            return written(upright(read, Orientation.of(content), as), as);
        } catch (IOException | RuntimeException damaged) {
            // Readers answer broken files with all of these.
            return new Cleaned.Unfit(Flaw.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    private static long mostOf(byte[] content, String format) {
        return format.equals("jpeg") && !SequentialJpeg.is(content)
                ? MOST_PIXELS_AT_ONCE
                : MOST_PIXELS;
    }

    /** A photo as one; what has sharp edges, few colours or holes without loss. */
    private static FileType keptAs(String format, BufferedImage read) {
        var isPhoto =
                format.equals("jpeg")
                        || (format.equals("webp") && !read.getColorModel().hasAlpha());
        return isPhoto ? FileType.JPEG : FileType.PNG;
    }

    private static BufferedImage read(ImageReader reader, long pixels) throws IOException {
        var wanted = reader.getDefaultReadParam();
        var every = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
        if (every > 1) {
            wanted.setSourceSubsampling(every, every, 0, 0);
        }
        return reader.read(0, wanted);
    }

    /** In the colours of the web, whatever profile came with it. */
    private static BufferedImage upright(BufferedImage read, Orientation turned, FileType as) {
        var isOpaque = as == FileType.JPEG || !read.getColorModel().hasAlpha();
        var width = turned.swapsSides() ? read.getHeight() : read.getWidth();
        var height = turned.swapsSides() ? read.getWidth() : read.getHeight();
        var image =
                new BufferedImage(
                        width,
                        height,
                        isOpaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        var canvas = image.createGraphics();
        if (isOpaque) {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, width, height);
        }
        canvas.drawImage(
                read, new AffineTransform(turned.matrix(read.getWidth(), read.getHeight())), null);
        canvas.dispose();
        return image;
    }

    private static Cleaned written(BufferedImage image, FileType as) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer =
                ImageIO.getImageWritersByFormatName(as == FileType.JPEG ? "jpeg" : "png").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var wanted = writer.getDefaultWriteParam();
            if (as == FileType.JPEG) {
                wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                wanted.setCompressionQuality(QUALITY);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), wanted);
        } finally {
            writer.dispose();
        }
        return new Cleaned.File(as, image.getWidth(), image.getHeight(), bytes.toByteArray());
    }
}
