package io.taros.platform.command;

/** A command of the one executable other than {@code serve}: does its work and ends the process. */
public interface Command {
    /** As typed on the command line. */
    String name();

    /**
     * @return 0 done, 1 tried and failed, 2 could not be tried as asked
     */
    int run(Options options) throws Exception;
}
