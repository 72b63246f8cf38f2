package io.taros.knowledge.extract;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** How much text each element holds and how much of it is links, counted once per page. */
final class Weights {
    private final Map<Element, int[]> counts = new IdentityHashMap<>();

    private Weights() {}

    static Weights of(Element root) {
        var weights = new Weights();
        weights.count(root, false, 0);
        return weights;
    }

    int text(Element element) {
        return count(element)[0];
    }

    int commas(Element element) {
        return count(element)[2];
    }

    double linkDensity(Element element) {
        int[] count = count(element);
        return count[0] == 0 ? 0 : (double) count[1] / count[0];
    }

    /** Text that is not part of a link. */
    int prose(Element element) {
        return count(element)[0] - count(element)[1];
    }

    private int[] count(Element element) {
        return counts.getOrDefault(element, new int[3]);
    }

    private int[] count(Element element, boolean linked, int depth) {
        int[] sum = new int[3];
        boolean link = linked || (element.normalName().equals("a") && element.hasAttr("href"));
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                add(sum, text.getWholeText(), link);
            } else if (node instanceof Element child && depth < 500) {
                int[] inner = count(child, link, depth + 1);
                for (int i = 0; i < 3; i++) {
                    sum[i] += inner[i];
                }
            }
        }
        counts.put(element, sum);
        return sum;
    }

    private static void add(int[] sum, String text, boolean link) {
        int visible = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                visible++;
            }
            if (c == ',' || c == '\u060c' || c == '\u3001' || c == '\uff0c') {
                sum[2]++;
            }
        }
        sum[0] += visible;
        sum[1] += link ? visible : 0;
    }
}
