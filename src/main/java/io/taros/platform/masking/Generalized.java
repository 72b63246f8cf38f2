package io.taros.platform.masking;

/**
 * A text for which nothing comes back that has to be told apart: what identifies people is replaced
 * by what it is.
 *
 * @param values how many were replaced
 */
public record Generalized(String text, int values) {
    public static Generalized of(String text) {
        var found = Identifiers.in(text);
        if (found.isEmpty()) {
            return new Generalized(text, 0);
        }
        var replaced = new StringBuilder();
        var from = 0;
        for (var one : found) {
            replaced.append(text, from, one.start()).append(one.kind().words());
            from = one.end();
        }
        return new Generalized(replaced.append(text.substring(from)).toString(), found.size());
    }
}
