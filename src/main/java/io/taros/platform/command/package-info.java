/** The command line: one process, one command, an exit code. */
@NullMarked
package io.taros.platform.command;

import org.jspecify.annotations.NullMarked;
