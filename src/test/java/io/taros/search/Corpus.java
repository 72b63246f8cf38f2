package io.taros.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A bot's passages, in memory in place of PostgreSQL: what is forgotten here is deleted there. */
public final class Corpus implements Passages {
    private final BotScope bot = new BotScope(UUID.randomUUID());
    private final Embedder embedder;
    private final Map<PassageId, IndexedPassage> passages = new HashMap<>();
    private final Set<UUID> drafted = new HashSet<>();
    private Instant changed = Instant.EPOCH;

    public Corpus(Embedder embedder) {
        this.embedder = embedder;
    }

    public BotScope bot() {
        return bot;
    }

    /** Of what is taught from now on. */
    public void date(Instant changed) {
        this.changed = changed;
    }

    public IndexedPassage text(String language, String title, String text) {
        return add(Passage.Kind.TEXT, language, title, text);
    }

    public IndexedPassage question(String language, String text) {
        return add(Passage.Kind.QUESTION, language, "", text);
    }

    public List<IndexedPassage> all() {
        return new ArrayList<>(passages.values());
    }

    /** From now on the passage's source is part of the draft alone. */
    public IndexedPassage draft(IndexedPassage passage) {
        drafted.add(passage.source());
        return passage;
    }

    public void forget(IndexedPassage passage) {
        passages.remove(passage.id());
    }

    @Override
    public Selection select(Reach reach) {
        var hidden = reach.edition() == Edition.PUBLISHED ? drafted : Set.<UUID>of();
        return new Selection(hidden, Set.of());
    }

    @Override
    public List<Passage> read(Collection<PassageId> ids, Reach reach) {
        return ids.stream()
                .filter(passages::containsKey)
                .map(passages::get)
                .filter(passage -> !select(reach).hidden().contains(passage.source()))
                .map(this::row)
                .toList();
    }

    private IndexedPassage add(Passage.Kind kind, String language, String title, String text) {
        var whole = IndexedPassage.embeddedText(title, "", text);
        var passage =
                new IndexedPassage(
                        new PassageId(UUID.randomUUID()),
                        new DocumentId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        bot,
                        language,
                        kind,
                        title,
                        "",
                        text,
                        embedder.embed(List.of(whole)).getFirst(),
                        null,
                        changed);
        passages.put(passage.id(), passage);
        return passage;
    }

    private Passage row(IndexedPassage passage) {
        return new Passage(
                passage.id(),
                passage.document(),
                passage.source(),
                passage.kind(),
                passage.language(),
                passage.title(),
                passage.headingPath(),
                passage.url(),
                0,
                passage.text(),
                null,
                Instant.EPOCH);
    }
}
