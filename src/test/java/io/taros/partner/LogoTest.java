package io.taros.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.web.BadInput;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored is drawn by us; what is no picture is not stored. */
class LogoTest {
    static byte[] picture(String kind, int width, int height) {
        var image =
                new BufferedImage(
                        width,
                        height,
                        kind.equals("jpeg")
                                ? BufferedImage.TYPE_INT_RGB
                                : BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x1f6f78));
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, kind, bytes)).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void isMadeSmallInItsShape(String kind) throws IOException {
        var logo = Logo.of(picture(kind, 1200, 400));

        var kept = ImageIO.read(new ByteArrayInputStream(logo.png()));
        assertThat(kept.getWidth()).isEqualTo(360);
        assertThat(kept.getHeight()).isEqualTo(120);
        var middle = new Color(kept.getRGB(180, 60), true);
        assertThat(middle.getAlpha()).isEqualTo(255);
        assertThat(middle.getRed()).isBetween(0x1d, 0x21);
        assertThat(middle.getBlue()).isBetween(0x76, 0x7a);
        assertThat(logo.hash()).matches("[0-9a-f]{24}");
    }

    /** A picture can carry a page behind its last byte. */
    @Test
    void keepsNothingOfAFileButItsColours() {
        var script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var picture = picture("png", 40, 40);
        var both = ByteBuffer.allocate(picture.length + script.length);
        both.put(picture).put(script);

        var logo = Logo.of(both.array());

        assertThat(new String(logo.png(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<html><script>alert(1)</script>",
                "GIF89a",
                "BM",
                "",
                "\u0089PNG\r\n\u001a\n"
            })
    void isNothingElse(String content) {
        assertThatThrownBy(() -> Logo.of(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Logo.of(picture("gif", 10, 10))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Logo.of(new byte[Logo.MOST_BYTES + 1]))
                .isInstanceOf(BadInput.class);
    }

    /** A few bytes that say they are billions of pixels. */
    @Test
    void isRefusedBeforeItFillsTheMemory() {
        var bomb = picture("png", 10, 10);
        var header = ByteBuffer.wrap(bomb);
        header.putInt(16, 50_000).putInt(20, 50_000);
        var sum = new CRC32();
        sum.update(bomb, 12, 17);
        header.putInt(29, (int) sum.getValue());

        assertThatThrownBy(() -> Logo.of(bomb))
                .isInstanceOf(BadInput.class)
                .satisfies(refused ->
                        assertThat(((BadInput) refused).getCodes())
                                .containsExactly("partner.brand.logo.pixels"));
    }
}
