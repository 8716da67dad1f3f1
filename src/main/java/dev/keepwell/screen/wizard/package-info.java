/// The steps in which somebody prepares a file and imports it, a page each.
@NullMarked
package dev.keepwell.screen.wizard;

import org.jspecify.annotations.NullMarked;
