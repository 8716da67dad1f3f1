package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;

/// How much one request may bring. What is larger is refused while it arrives, not after.
@Configuration(proxyBeanMethods = false)
public class ApiLimits {

    private static final long FILE_BYTES_MAX = 1L << 30;
    private static final long JSON_BYTES_MAX = 5L << 20;

    /// A mapping or a model is one text.
    private static final int STRING_SIGNS_MAX = 1 << 20;

    private static final int NAME_SIGNS_MAX = 256;
    private static final int DEPTH_MAX = 64;

    @Bean
    JsonFactoryBuilderCustomizer boundedJson() {
        return builder ->
                builder.streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxDocumentLength(JSON_BYTES_MAX)
                                .maxStringLength(STRING_SIGNS_MAX)
                                .maxNameLength(NAME_SIGNS_MAX)
                                .maxNestingDepth(DEPTH_MAX)
                                .build());
    }

    /// The file, as far as a file may be long.
    public static InputStream bounded(InputStream file) {
        return new Bounded(file, FILE_BYTES_MAX);
    }

    /// Lets so many bytes through and then refuses.
    static final class Bounded extends FilterInputStream {

        private final long bytesMax;
        private long bytes;

        Bounded(InputStream in, long bytesMax) {
            super(in);
            this.bytesMax = bytesMax;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) {
            bytes += more;
            if (bytes > bytesMax) {
                throw Refusal.tooLarge(
                        "file_too_large",
                        "A file has at most %d bytes. Split it and import the parts."
                                .formatted(bytesMax));
            }
        }
    }
}
