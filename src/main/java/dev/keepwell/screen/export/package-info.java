/// Everything of a workspace, taken out in one piece.
@NullMarked
package dev.keepwell.screen.export;

import org.jspecify.annotations.NullMarked;
