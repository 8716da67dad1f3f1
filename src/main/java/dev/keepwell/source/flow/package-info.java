/// What comes of each source, how often, and how much: what it used to be, and what it is now.
@NamedInterface("flow")
@NullMarked
package dev.keepwell.source.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
