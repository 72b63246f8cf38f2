package io.taros.platform.command;

import org.springframework.boot.ApplicationArguments;

/** A command of the one executable other than {@code serve}: does its work and ends the process. */
public interface Command {
    /** As typed on the command line. */
    String name();

    /**
     * @return 0 done, 1 tried and failed, 2 could not be tried as asked
     */
    int run(ApplicationArguments arguments) throws Exception;
}
