package io.taros.platform.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Iterator;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Cleans everything that is logged, in whatever form the operator chose, from the moment that is
 * known: to the console, to files, and to whatever else is a stream of bytes. An appender that
 * sends events as they are (syslog, sockets, mail) has no bytes to clean; the security page says
 * so.
 */
public final class CleanLog
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    /** On the one line whose secret is for whoever reads the log. */
    public static final Marker MEANT = MarkerFactory.getMarker("taros.meant");

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (var logger : context.getLoggerList()) {
                clean(logger.iteratorForAppenders());
            }
        }
    }

    private static void clean(Iterator<Appender<ILoggingEvent>> appenders) {
        while (appenders.hasNext()) {
            switch (appenders.next()) {
                case OutputStreamAppender<ILoggingEvent> writing -> clean(writing);
                case AsyncAppenderBase<ILoggingEvent> passing ->
                        clean(passing.iteratorForAppenders());
                case Appender<ILoggingEvent> other -> {}
            }
        }
    }

    private static void clean(OutputStreamAppender<ILoggingEvent> appender) {
        var encoder = appender.getEncoder();
        if (encoder instanceof CleanEncoder) {
            return;
        }
        var clean = new CleanEncoder(encoder);
        clean.setContext(appender.getContext());
        clean.start();
        appender.setEncoder(clean);
    }
}
