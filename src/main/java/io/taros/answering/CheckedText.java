package io.taros.answering;

import io.taros.answering.Grounding.Support;
import io.taros.answering.Trace.CheckedSentence;
import io.taros.answering.model.ModelListener;
import io.taros.search.Hit;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model's text on its way to the visitor: gathered into sentences, each checked against the
 * passages it cites, and only then released, with the citations renumbered in the order they are
 * read. A sentence that claims nothing ("Yes:") waits for the next that does, and goes out or is
 * dropped with it.
 */
final class CheckedText implements ModelListener {
    private static final int MAX_CHARACTERS = 2_000;
    private static final int MAX_RECEIVED = 12_000;
    private static final int MAX_SENTENCES = 14;

    /**
     * A sentence ends before a blank, but citations that follow the full stop still belong to it.
     */
    private static final Pattern END =
            Pattern.compile(
                    "\\n+|[.!?…][\"'”’»)*]*(?:\\s*\\[[\\d,\\s]+])*(?=\\s+[^\\s\\[]|\\s*\\n)|[.!?…:]?\\s*(?:\\[[\\d,\\s]+])+(?=\\s+[^\\s\\[.])");

    private static final Pattern CITES =
            Pattern.compile("\\s*\\[(\\d{1,2}(?:\\s*,\\s*\\d{1,2})*)]");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•]|\\d{1,2}[.)])\\s+");

    private final Material material;
    private final Grounding grounding;
    private final Evidence evidence;
    private final OutputFilter filter;
    private final Release release;

    private final StringBuilder buffer = new StringBuilder();
    private final StringBuilder written = new StringBuilder();
    private final List<CheckedSentence> sentences = new ArrayList<>();
    private final List<Double> supports = new ArrayList<>();
    private final Map<PassageId, Citation> citations = new LinkedHashMap<>();
    private final Set<String> stems = new HashSet<>();
    private @Nullable String waiting;
    private boolean mayEnd;
    private boolean newLine;
    private boolean declined;
    private int received;

    CheckedText(Material material, Grounding grounding, OutputFilter filter, Release release) {
        this.material = material;
        this.grounding = grounding;
        evidence = new Evidence(material.question(), material.language());
        this.filter = filter;
        this.release = release;
    }

    @Override
    public boolean text(String piece) {
        received += piece.length();
        var visible = OutputFilter.visible(piece);
        buffer.append(visible);
        mayEnd |= visible.chars().anyMatch(CheckedText::isMark);
        if (mayEnd) {
            takeSentences();
        }
        return received < MAX_RECEIVED
                && written.length() < MAX_CHARACTERS
                && sentences.size() < MAX_SENTENCES
                && !declined;
    }

    private void takeSentences() {
        var end = END.matcher(buffer);
        while (end.find() && end.end() < buffer.length()) {
            var sentence = buffer.substring(0, end.end());
            buffer.delete(0, end.end());
            take(sentence);
            end = END.matcher(buffer);
        }
        mayEnd = buffer.chars().anyMatch(CheckedText::isMark);
    }

    /** Without one of these no sentence ends, and nearly every piece comes without. */
    private static boolean isMark(int character) {
        return ".!?…]\n".indexOf(character) >= 0;
    }

    @Override
    public boolean startOver() {
        if (hasReleased()) {
            return false;
        }
        buffer.setLength(0);
        mayEnd = false;
        written.setLength(0);
        release.forget();
        sentences.clear();
        supports.clear();
        citations.clear();
        stems.clear();
        newLine = false;
        waiting = null;
        declined = false;
        received = 0;
        return true;
    }

    /** The model is done: what is left in the buffer is a sentence as well. */
    void finish() {
        var rest = buffer.toString();
        buffer.setLength(0);
        take(rest);
    }

    private void take(String raw) {
        if (raw.isBlank() || declined || written.length() >= MAX_CHARACTERS) {
            newLine |= raw.contains("\n");
            return;
        }
        if (raw.contains(AnswerPrompt.NO_ANSWER)) {
            declined = true;
            return;
        }
        var cited = cited(raw);
        var bullet = BULLET.matcher(raw);
        var isItem = bullet.find();
        var bare = CITES.matcher(isItem ? raw.substring(bullet.end()) : raw).replaceAll("");
        var text = Sentences.clean(bare);
        if (!text.isEmpty()) {
            check(new Claim(text, cited, isItem));
        }
        newLine |= raw.contains("\n");
    }

    private record Claim(String text, List<Integer> cited, boolean isItem) {}

    private List<Integer> cited(String raw) {
        var numbers = new LinkedHashSet<Integer>();
        var matcher = CITES.matcher(raw);
        while (matcher.find()) {
            for (var number : matcher.group(1).split("\\s*,\\s*")) {
                var position = Integer.parseInt(number);
                if (position >= 1 && position <= material.hits().size()) {
                    numbers.add(position);
                }
            }
        }
        return List.copyOf(numbers);
    }

    private void check(Claim claim) {
        var passages = passages(claim.cited());
        var objection = filter.objection(claim.text(), passages);
        if (objection != null) {
            withhold(claim, 0, objection);
            return;
        }
        if (Grounding.isLeadIn(claim.text(), material.question(), material.language())) {
            waiting = waiting == null ? claim.text() : waiting + " " + claim.text();
            return;
        }
        var support = grounding.support(claim.text(), passages, evidence);
        if (support.isEnough()) {
            release(claim, support);
            return;
        }
        var why = support.objection();
        withhold(claim, support.score(), why == null ? "the cited passages do not say so" : why);
    }

    /** Without a citation of its own a sentence may rest on any passage that was given. */
    private List<Passage> passages(List<Integer> cited) {
        if (cited.isEmpty()) {
            return material.hits().stream().map(Hit::passage).toList();
        }
        return cited.stream().map(number -> material.hits().get(number - 1).passage()).toList();
    }

    private void withhold(Claim claim, double support, String objection) {
        waiting = null;
        sentences.add(new CheckedSentence(claim.text(), claim.cited(), support, false, objection));
    }

    private void release(Claim claim, Support support) {
        var numbers = new LinkedHashSet<Integer>();
        for (var number : claim.cited()) {
            numbers.add(cite(material.hits().get(number - 1).passage(), claim, support));
        }
        if (numbers.isEmpty() && support.passage() != null) {
            numbers.add(cite(support.passage(), claim, support));
        }
        var text = new StringBuilder();
        if (!written.isEmpty()) {
            text.append(newLine || claim.isItem() ? "\n" : " ");
        }
        if (waiting != null) {
            text.append(waiting).append(claim.isItem() ? "\n" : " ");
            waiting = null;
        }
        text.append(claim.isItem() ? "- " : "").append(claim.text()).append(' ');
        numbers.forEach(number -> text.append('[').append(number).append(']'));
        newLine = false;
        written.append(text);
        stems.addAll(Words.stems(claim.text(), material.language()));
        supports.add(support.score());
        sentences.add(
                new CheckedSentence(
                        claim.text(), List.copyOf(numbers), support.score(), true, null));
        release.add(text.toString(), draft(Usage.NONE));
    }

    private int cite(Passage passage, Claim claim, Support support) {
        var known = citations.get(passage.id());
        if (known != null) {
            return known.number();
        }
        var quote =
                passage.equals(support.passage())
                        ? support.quote()
                        : grounding.quote(claim.text(), passage, evidence);
        var citation =
                new Citation(
                        citations.size() + 1,
                        passage.source(),
                        passage.document(),
                        passage.id(),
                        passage.title(),
                        passage.url(),
                        quote);
        citations.put(passage.id(), citation);
        return citation.number();
    }

    boolean hasReleased() {
        return release.isOpen();
    }

    boolean isWritten() {
        return !written.isEmpty();
    }

    boolean isDeclined() {
        return declined;
    }

    List<CheckedSentence> sentences() {
        return List.copyOf(sentences);
    }

    Draft draft(Usage usage) {
        var support = supports.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return new Draft(
                Composer.MODEL,
                written.toString(),
                List.copyOf(citations.values()),
                support,
                material.terms().coverage(stems),
                usage);
    }
}
