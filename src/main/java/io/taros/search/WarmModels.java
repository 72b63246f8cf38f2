package io.taros.search;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Loads the models once the server is up, so that they cost the start nothing. */
@Component
class WarmModels {
    private final MiniLmEmbedder embedder;
    private final Languages languages;

    WarmModels(MiniLmEmbedder embedder, Languages languages) {
        this.embedder = embedder;
        this.languages = languages;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            embedder.warmUp();
            languages.warmUp();
        }
    }
}
