package io.taros.search;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Loads the models beside the rest of a server's start. The embedder's is there before the first
 * request is let in: ONNX Runtime tears itself down with the process, and a load that is still
 * under way then takes the process down with it, before the database has been stopped.
 */
@Component
class WarmModels implements SmartLifecycle {
    private final OnnxEmbedder embedder;
    private final Languages languages;
    private final boolean isServer;
    private volatile boolean isRunning;

    WarmModels(OnnxEmbedder embedder, Languages languages, ApplicationContext context) {
        this.embedder = embedder;
        this.languages = languages;
        this.isServer = context instanceof WebServerApplicationContext;
        if (isServer) {
            embedder.warmUp();
        }
    }

    @Override
    public void start() {
        if (isServer) {
            embedder.awaitModel();
        }
        isRunning = true;
    }

    /** What nobody waits for before the first question comes when the server answers. */
    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        if (isServer) {
            languages.warmUp();
        }
    }

    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Before the web server, whose phase is a late one. */
    @Override
    public int getPhase() {
        return 0;
    }
}
