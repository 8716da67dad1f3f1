/// Answers on the command line. Every command asks the REST API, of a running server or of one that
/// it starts for itself.
@NamedInterface("terminal")
@NullMarked
package dev.keepwell.screen.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
