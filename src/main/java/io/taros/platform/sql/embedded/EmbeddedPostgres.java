package io.taros.platform.sql.embedded;

import io.taros.platform.StartRefused;
import io.taros.platform.sql.DatabaseSettings;
import io.taros.platform.storage.DataDirectory;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * PostgreSQL as a child process: loopback only, no socket file, SCRAM with a password made at first
 * start and readable by the owner alone. It is stopped with the server; one that a killed server
 * left behind is stopped by the next.
 */
@Lazy
@Component
public class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "taros";
    private static final String OWNER = "taros_owner";

    /**
     * Rounds slow down whoever tries passwords that people choose. Ours are random and longer than
     * anybody can try, and each new connection pays for the rounds, on both sides.
     */
    private static final String FEW_ROUNDS = "scram_iterations=32";

    /** Where the schema's owner signs in. */
    public record Address(String url, String username, String password) {}

    private final Path home;
    private final Path cluster;
    private final boolean isDurable;
    private @Nullable Path programs;
    private @Nullable Unprivileged unprivileged;

    public EmbeddedPostgres(DataDirectory data, DatabaseSettings settings) {
        home = data.directory("postgres");
        cluster = home.resolve("cluster");
        isDurable = settings.embeddedDurable();
    }

    public synchronized Address start() {
        programs = PostgresBinaries.unpackBelow(home);
        var password = password();
        unprivileged = Unprivileged.forDirectory(home);
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise();
        }
        forgetStranger();
        stopOrphan();
        var port = freePort();
        run(
                "start",
                pgCtl(
                        "start",
                        "-w",
                        "-t",
                        "60",
                        "-l",
                        home.resolve("postgres.log").toString(),
                        "-o",
                        options(port)));
        var address = new Address(url(port, DATABASE), OWNER, password);
        prepare(port, password);
        LOG.info("Embedded PostgreSQL {} listens on 127.0.0.1:{}", PostgresBinaries.VERSION, port);
        return address;
    }

    /**
     * Ends one whose data nobody wants, at once and even if the disk is full: this process's own or
     * that of one that was killed.
     */
    public synchronized void discard() {
        if (Files.exists(pidFile())) {
            if (programs == null) {
                programs = PostgresBinaries.unpackBelow(home);
            }
            unprivileged = Unprivileged.forDirectory(home);
            forgetStranger();
            if (isRunning()) {
                run("end", pgCtl("stop", "-m", "immediate", "-w", "-t", "60"));
            }
        }
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        if (programs != null && isRunning()) {
            run("stop", pgCtl("stop", "-m", "fast", "-w", "-t", "60"));
        }
    }

    /**
     * The lock on the data directory is ours, so a running server here belongs to a Taros that was
     * killed.
     */
    private void stopOrphan() {
        if (isRunning()) {
            LOG.info("Stopping the PostgreSQL that an earlier process left running");
            run("stop", pgCtl("stop", "-m", "fast", "-w", "-t", "60"));
        }
    }

    private boolean isRunning() {
        return Files.exists(pidFile()) && exitCode(pgCtl("status")) == 0;
    }

    /**
     * After a crash of the machine, or of the container, the number in the file may be that of any
     * process: PostgreSQL would not start beside it, and stopping it would hit the wrong one.
     */
    private void forgetStranger() {
        try {
            if (!Files.exists(pidFile())) {
                return;
            }
            var number = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
            var isPostgres =
                    ProcessHandle.of(number)
                            .map(process -> process.info().command().orElse("postgres"))
                            .filter(command -> command.contains("postgres"))
                            .isPresent();
            if (!isPostgres) {
                Files.delete(pidFile());
            }
        } catch (IOException | NumberFormatException | NoSuchElementException unreadable) {
            LOG.info("The file {} cannot be read", pidFile());
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    /** Made beside its place and moved there whole, so that one cut off is made anew. */
    private void initialise() {
        var unfinished = home.resolve("unfinished");
        move(unfinished, home.resolve("unfinished-" + HexFormat.of().formatHex(random(4))));
        move(cluster, home.resolve("unfinished-" + HexFormat.of().formatHex(random(4))));
        run(
                "initialise",
                List.of(
                        program("initdb"),
                        "-D",
                        unfinished.toString(),
                        "--username=postgres",
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile(),
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "-c",
                        FEW_ROUNDS,
                        "--no-instructions"));
        move(unfinished, cluster);
    }

    private static void move(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.move(from, to);
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "The database in %s cannot be moved to %s.".formatted(from, to), e);
        }
    }

    private String options(int port) {
        var options =
                new ArrayList<>(
                        List.of(
                                "-p " + port,
                                "-c listen_addresses=127.0.0.1",
                                "-c unix_socket_directories=",
                                "-c max_connections=60",
                                "-c shared_buffers=64MB",
                                "-c jit=off",
                                "-c " + FEW_ROUNDS,
                                "-c log_min_messages=warning",
                                // No statement, and so no customer's words, may reach the log.
                                "-c log_min_error_statement=panic",
                                "-c log_parameter_max_length_on_error=0",
                                "-c timezone=UTC"));
        if (!isDurable) {
            options.addAll(
                    List.of(
                            "-c fsync=off",
                            "-c synchronous_commit=off",
                            "-c full_page_writes=off"));
        }
        return String.join(" ", options);
    }

    /** The superuser makes the owner and its database, and is not used again. */
    private void prepare(int port, String password) {
        try (var connection =
                        DriverManager.getConnection(url(port, "postgres"), "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute(
                    "do $$ begin if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s; end if; end $$"
                            .formatted(OWNER));
            statement.execute(
                    "alter role %s login createrole nosuperuser nobypassrls password '%s'"
                            .formatted(OWNER, password));
            try (var found =
                    statement.executeQuery(
                            "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database %s owner %s".formatted(DATABASE, OWNER));
        } catch (SQLException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL does not accept its own password: " + e.getMessage(),
                    e);
        }
    }

    private Path passwordFile() {
        return home.resolve("password");
    }

    private String password() {
        var file = passwordFile();
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
                DataDirectory.restrict(file, "rw-------");
                Files.writeString(file, HexFormat.of().formatHex(random(24)));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "The password file %s cannot be used: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused("No free port was found on the loopback interface.", e);
        }
    }

    private String program(String name) {
        if (programs == null) {
            throw new IllegalStateException("PostgreSQL is not unpacked");
        }
        return programs.resolve("bin").resolve(name).toString();
    }

    private List<String> pgCtl(String... arguments) {
        var command = new ArrayList<>(List.of(program("pg_ctl"), "-D", cluster.toString(), "-s"));
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(String purpose, List<String> command) {
        if (exitCode(command) != 0) {
            throw new StartRefused(
                    "The embedded PostgreSQL did not %s; see %s and %s."
                            .formatted(
                                    purpose,
                                    home.resolve("command.log"),
                                    home.resolve("postgres.log")));
        }
    }

    private int exitCode(List<String> command) {
        if (unprivileged == null) {
            throw new IllegalStateException("PostgreSQL is not unpacked");
        }
        try {
            var process =
                    new ProcessBuilder(unprivileged.command(command))
                            .redirectErrorStream(true)
                            .redirectOutput(home.resolve("command.log").toFile())
                            .start();
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new StartRefused(
                    "%s cannot be run: %s.".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
