package io.taros.followup;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What somebody wrote above what their mail program quotes, out of a mail that is HTML alone. */
final class HtmlAnswer {
    private static final String UNREAD = "head, script, style, title";

    /** As Gmail, Apple Mail, Thunderbird, Yahoo and Outlook mark what is not new. */
    private static final String HISTORY =
            ".gmail_quote, .gmail_signature, blockquote[type=cite], .moz-cite-prefix, .moz-signature, .yahoo_quoted, #Signature";

    /** Below it nothing beside it is new, as Outlook has it. */
    private static final String FROM_HERE = "#appendonsend, #divRplyFwdMsg";

    private static final int LONGEST = 500_000;

    private HtmlAnswer() {}

    static String text(String html) {
        var page = Jsoup.parse(html.substring(0, Math.min(html.length(), LONGEST)));
        page.select(UNREAD).remove();
        var whole = words(page.body());
        page.select(HISTORY).remove();
        var below = page.selectFirst(FROM_HERE);
        if (below != null) {
            below.nextElementSiblings().remove();
            below.remove();
        }
        var answer = AnswerText.of(words(page.body()));
        return answer.isBlank() ? AnswerText.of(whole) : answer;
    }

    private static String words(Element body) {
        var text = new StringBuilder();
        body.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.text());
                        } else if (node instanceof Element element) {
                            breakLine(element, true);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            breakLine(element, false);
                        }
                    }

                    private void breakLine(Element element, boolean isBeginning) {
                        var isBreak = isBeginning && element.nameIs("br");
                        if (isBreak || (element.isBlock() && !isAtLineStart())) {
                            text.append('\n');
                        }
                    }

                    private boolean isAtLineStart() {
                        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
                    }
                });
        return text.toString().lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
