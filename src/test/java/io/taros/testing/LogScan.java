package io.taros.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.taros.platform.log.CleanLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * P-06, at every level and in every test: fails the first class during which a log line held what
 * none may hold, before anything cleaned it. Found by JUnit itself, so that no test can forget it.
 */
public final class LogScan implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    /** Stands in whatever a test plants to see where it turns up. */
    public static final String CANARY = "zqcanary";

    /** Ours are logged down to TRACE for the scan, those of others down to DEBUG. */
    private static final String OURS = "io.taros";

    /** Fakes of other people's servers talk about what they got; tests say what they do. */
    private static final List<String> OF_TESTS =
            List.of(
                    "com.icegreen",
                    "com.github.tomakehurst",
                    "no.nav",
                    "org.junit",
                    "com.microsoft.playwright");

    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    CANARY
                            + "|\\btaros_[0-9a-f-]{36}_[\\w-]{20,}"
                            + "|[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})*\\.(?:example|test|dk|org)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final int SHOWN = 300;
    private static final AtomicReference<@Nullable String> FOUND = new AtomicReference<>();

    @Override
    public void beforeAll(ExtensionContext test) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Scan.over(context);
        }
    }

    /** An application that was started since has begun its logging anew. */
    @Override
    public void beforeEach(ExtensionContext test) {
        beforeAll(test);
    }

    @Override
    public void afterAll(ExtensionContext test) {
        check();
    }

    static @Nullable String found() {
        return FOUND.getAndSet(null);
    }

    static void check() {
        var found = found();
        if (found != null) {
            throw new AssertionError("A log line tells what none may tell: " + found);
        }
    }

    /**
     * Is asked before the level is. What is below the level is scanned and goes no further, so the
     * log of a test is as long as ever. What the product itself holds to a level stays there.
     */
    private static final class Scan extends TurboFilter {
        static void over(LoggerContext context) {
            add(context);
            if (context.getCopyOfListenerList().stream().noneMatch(Again.class::isInstance)) {
                context.addListener(new Again());
            }
        }

        private static void add(LoggerContext context) {
            if (context.getTurboFilterList().stream().noneMatch(Scan.class::isInstance)) {
                var scan = new Scan();
                scan.setContext(context);
                scan.start();
                context.addTurboFilter(scan);
            }
        }

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            var isShown = level.isGreaterOrEqual(logger.getEffectiveLevel());
            if (!isShown && !isScanned(logger, level)) {
                return FilterReply.NEUTRAL;
            }
            if (format == null && thrown == null) {
                return isShown ? FilterReply.NEUTRAL : FilterReply.ACCEPT;
            }
            if (marker == null || !marker.equals(CleanLog.MEANT)) {
                scan(logger, level, format, parameters, thrown);
            }
            return isShown ? FilterReply.NEUTRAL : FilterReply.DENY;
        }

        /** Nothing but the two levels that everybody may change holds it back. */
        private static boolean isScanned(Logger logger, Level level) {
            var name = logger.getName();
            if (isOfTests(name)) {
                return false;
            }
            var isOurs = name.startsWith(OURS);
            if (!isOurs && !level.isGreaterOrEqual(Level.DEBUG)) {
                return false;
            }
            var holder = HELD.computeIfAbsent(name, LogScan::holder);
            return holder.equals(Logger.ROOT_LOGGER_NAME) || isOurs && holder.equals(OURS);
        }

        private static void scan(
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            if (isOfTests(logger.getName())) {
                return;
            }
            check(logger, level, MessageFormatter.arrayFormat(format, parameters).getMessage());
            for (var cause = thrown; cause != null; cause = cause.getCause()) {
                check(logger, level, cause.getMessage());
            }
        }
    }

    /** Every start of an application begins its logging anew. */
    private static final class Again implements LoggerContextListener {
        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext context) {
            HELD.clear();
            Scan.add(context);
        }

        @Override
        public void onStart(LoggerContext context) {}

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger logger, Level level) {
            HELD.clear();
        }
    }

    private static final Map<String, String> HELD = new ConcurrentHashMap<>();

    private static boolean isOfTests(String name) {
        return name.endsWith("Test") || OF_TESTS.stream().anyMatch(name::startsWith);
    }

    /** The nearest logger above it that has a level of its own. */
    private static String holder(String name) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        for (var part = name;
                !part.isEmpty();
                part = part.substring(0, Math.max(0, part.lastIndexOf('.')))) {
            if (context.getLogger(part).getLevel() != null) {
                return part;
            }
        }
        return Logger.ROOT_LOGGER_NAME;
    }

    private static void check(Logger logger, Level level, @Nullable String said) {
        // Most lines have neither, and a pattern costs more than a look.
        if (said == null
                || said.indexOf('@') < 0 && said.indexOf('z') < 0 && said.indexOf('_') < 0) {
            return;
        }
        if (FORBIDDEN.matcher(said).find()) {
            FOUND.compareAndSet(
                    null,
                    "%s %s: %s"
                            .formatted(
                                    level,
                                    logger.getName(),
                                    said.substring(0, Math.min(said.length(), SHOWN))));
        }
    }
}
