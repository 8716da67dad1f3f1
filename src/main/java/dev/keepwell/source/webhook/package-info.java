/// Webhooks in: other systems sign what they tell, and it is written down before they are answered.
@NamedInterface("webhook")
@NullMarked
package dev.keepwell.source.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
