/** Golden questions from the command line. */
@NullMarked
@NamedInterface("command")
package io.taros.golden.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
