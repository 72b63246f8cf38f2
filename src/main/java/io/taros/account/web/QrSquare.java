package io.taros.account.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as an SVG path.
 *
 * @param side in modules, the quiet zone included
 */
public record QrSquare(int side, String path) {
    private static final int QUIET = 4;

    public static QrSquare of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new QrSquare(code.size + 2 * QUIET, path.toString());
    }
}
