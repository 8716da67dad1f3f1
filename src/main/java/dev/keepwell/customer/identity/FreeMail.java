package dev.keepwell.customer.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/// The domains at which anybody can have an address, so that they name no company.
record FreeMail(Set<String> domains) {

    static FreeMail packaged() {
        try {
            var text =
                    new ClassPathResource("catalog/free-mail.txt")
                            .getContentAsString(StandardCharsets.UTF_8);
            return new FreeMail(
                    text.lines()
                            .map(String::strip)
                            .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean names(String domain) {
        return domains.contains(domain.toLowerCase(Locale.ROOT));
    }
}
