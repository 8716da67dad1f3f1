/// source → customer → warehouse → metric → health → work → screen. Data moves right along that
/// line; imports point left.
@NullMarked
package dev.keepwell;

import org.jspecify.annotations.NullMarked;
