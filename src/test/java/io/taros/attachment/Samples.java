package io.taros.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as strangers send them. */
public final class Samples {
    /** What no file that is handed out may hold. */
    public static final String SECRET = "55.6761N 12.5683E";

    private Samples() {}

    /** Red on the left, blue on the right, as the camera saw it; with where it was taken. */
    public static byte[] photo(int orientation) {
        return withCameraNotes(encoded(picture(), "jpeg"), orientation);
    }

    public static byte[] picture(String format) {
        return encoded(picture(), format);
    }

    /**
     * @param side what its header says, where it is not to be true
     */
    static byte[] progressive(int side) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var wanted = writer.getDefaultWriteParam();
            wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture(), null, null), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        var jpeg = bytes.toByteArray();
        if (side > 0) {
            var frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c2");
            ByteBuffer.wrap(jpeg)
                    .putShort(frame + 5, (short) side)
                    .putShort(frame + 7, (short) side);
        }
        return jpeg;
    }

    /** A header that promises more pixels than any memory holds. */
    public static byte[] pixelFlood(int side) {
        var header = ByteBuffer.allocate(13).putInt(side).putInt(side);
        header.put(new byte[] {8, 2, 0, 0, 0});
        var png = new ByteArrayOutputStream();
        png.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        chunk(png, "IHDR", header.array());
        chunk(png, "IDAT", deflated(new byte[1 << 20]));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    public static byte[] pdf() {
        return pdf(catalog -> {});
    }

    /** One that runs something when it is opened. */
    static byte[] pdfWithAction(String action) {
        return pdf(catalog -> {
            var opening = new COSDictionary();
            opening.setName(COSName.S, action);
            opening.setString("JS", "app.alert(1)");
            catalog.setItem(COSName.getPDFName("OpenAction"), opening);
        });
    }

    static byte[] pdfWithFile() {
        return pdf(catalog -> {
            var names = new COSDictionary();
            names.setItem(COSName.getPDFName("EmbeddedFiles"), new COSDictionary());
            catalog.setItem(COSName.getPDFName("Names"), names);
        });
    }

    interface Change {
        void make(COSDictionary catalog);
    }

    static byte[] pdf(Change change) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setAuthor(SECRET);
            var catalog = document.getDocumentCatalog();
            var about = new org.apache.pdfbox.pdmodel.common.PDMetadata(document);
            about.importXMPMetadata(SECRET.getBytes(StandardCharsets.UTF_8));
            catalog.setMetadata(about);
            change.make(catalog.getCOSObject());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Letter {
        void write(XWPFDocument document) throws Exception;
    }

    static byte[] word(Letter letter) {
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Order 4711");
            document.getProperties().getCoreProperties().setCreator(SECRET);
            document.getProperties().getExtendedProperties().setCompany(SECRET);
            document.getProperties().getCustomProperties().addProperty("Where", SECRET);
            letter.write(document);
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] excel() {
        return excel(cell -> cell.setCellValue(4711));
    }

    static byte[] excel(String formula) {
        // Formulas that no program checked.
        return excel(cell -> ((XSSFCell) cell).getCTCell().addNewF().setStringValue(formula));
    }

    private static byte[] excel(Consumer<Cell> content) {
        try (var workbook = new XSSFWorkbook()) {
            content.accept(workbook.createSheet("Orders").createRow(0).createCell(0));
            workbook.getProperties().getCoreProperties().setCreator(SECRET);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<String> creatorOf(byte[] word) {
        try (var document = new XWPFDocument(new java.io.ByteArrayInputStream(word))) {
            return Optional.ofNullable(document.getProperties().getCoreProperties().getCreator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage picture() {
        var image = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, 40, 40);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(40, 0, 40, 40);
        canvas.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] withCameraNotes(byte[] jpeg, int orientation) {
        var place = SECRET.getBytes(StandardCharsets.US_ASCII);
        var notes =
                ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + place.length)
                        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                        .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                        .putInt(8)
                        .putShort((short) 2)
                        // Orientation: one short.
                        .putShort((short) 0x0112)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation)
                        .putShort((short) 0)
                        // A description, as text.
                        .putShort((short) 0x010e)
                        .putShort((short) 2)
                        .putInt(place.length)
                        .putInt(8 + 2 + 2 * 12 + 4)
                        .putInt(0)
                        .put(place);
        return ByteBuffer.allocate(jpeg.length + 4 + notes.capacity())
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (notes.capacity() + 2))
                .put(notes.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        var packed = new byte[content.length];
        var length = deflater.deflate(packed);
        deflater.end();
        return java.util.Arrays.copyOf(packed, length);
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        var body =
                ByteBuffer.allocate(4 + content.length)
                        .put(type.getBytes(StandardCharsets.US_ASCII))
                        .put(content)
                        .array();
        var sum = new CRC32();
        sum.update(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
