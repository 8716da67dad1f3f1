/// What a person decides about a file step by step before it is imported: what its rows are, what
/// its columns mean, and what is to be mended in it.
@NamedInterface("wizard")
@NullMarked
package dev.keepwell.source.wizard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
