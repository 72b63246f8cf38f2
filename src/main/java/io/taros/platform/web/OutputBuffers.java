package io.taros.platform.web;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * An open line keeps its output buffer until it ends, and of the server's own size ten thousand
 * lines that say nothing hold a third of a gigabyte. A page is written in a few more pieces.
 */
@Component
@ConditionalOnWebApplication
class OutputBuffers implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    private static final int BYTES = 8 * 1024;

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(OutputBuffers::makeSmaller);
    }

    private static void makeSmaller(Server server) {
        for (var connector : server.getConnectors()) {
            for (var connections : connector.getConnectionFactories()) {
                if (connections instanceof HttpConfiguration.ConnectionFactory http) {
                    http.getHttpConfiguration().setOutputBufferSize(BYTES);
                }
            }
        }
    }
}
