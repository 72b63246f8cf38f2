package io.taros.search;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A model in the ONNX format, written by hand: it looks the vector of each token up in a table and
 * takes nothing but the tokens' numbers.
 */
record TinyModel(int dimensions) {
    private static final int ROWS = 97;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    /** A message of protocol buffers, as far as it is needed here. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        Message bytes(int field, byte[] value) {
            varint(field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            var rest = value;
            while (rest > 127) {
                bytes.write((int) (rest & 127 | 128));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }

    byte[] onnx() {
        var row = new Message().text(1, "input_ids").text(1, "rows").text(2, "row").text(4, "Mod");
        var lookUp =
                new Message()
                        .text(1, "table")
                        .text(1, "row")
                        .text(2, "last_hidden_state")
                        .text(4, "Gather");
        var graph =
                new Message()
                        .message(1, row)
                        .message(1, lookUp)
                        .text(2, "tiny")
                        .message(5, rows())
                        .message(5, table())
                        .message(11, value("input_ids", INT64, shape("batch", "tokens")))
                        .message(
                                12,
                                value(
                                        "last_hidden_state",
                                        FLOAT,
                                        shape("batch", "tokens", "vector")));
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, 17))
                .bytes
                .toByteArray();
    }

    private static Message rows() {
        var number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(ROWS);
        return new Message().number(1, 1).number(2, INT64).text(8, "rows").bytes(9, number.array());
    }

    private Message table() {
        var numbers =
                ByteBuffer.allocate(ROWS * dimensions * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < ROWS * dimensions; i++) {
            numbers.putFloat((i * 31 % 101 - 50) / 50f);
        }
        return new Message()
                .number(1, ROWS)
                .number(1, dimensions)
                .number(2, FLOAT)
                .text(8, "table")
                .bytes(9, numbers.array());
    }

    private static Message value(String name, int type, Message shape) {
        var tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    private static Message shape(String... names) {
        var shape = new Message();
        for (var name : names) {
            shape.message(1, new Message().text(2, name));
        }
        return shape;
    }
}
