/// How good the data is, check by check, for pages and the API alike.
@NullMarked
package dev.keepwell.screen.quality;

import org.jspecify.annotations.NullMarked;
