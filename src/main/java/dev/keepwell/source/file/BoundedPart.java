package dev.keepwell.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A part of a workbook as it comes out of its archive, refused when it grows like no workbook
/// does. What the archive says about its sizes is the word of whoever made it.
final class BoundedPart extends FilterInputStream {

    private static final long BYTES_ALWAYS = 32L << 20;
    private static final long BYTES_MAX = 8L << 30;

    /// A sheet of one repeated row is packed about a hundred times.
    private static final long TIMES_MAX = 250;

    /// A cell has at most 32,767 characters.
    private static final int GAP_MAX = 1 << 20;

    private final DataFile file;
    private final long bytesMax;
    private long bytes;
    private int gap;

    BoundedPart(DataFile file, InputStream in) {
        super(in);
        this.file = file;
        long packed = file.path().toFile().length();
        bytesMax = Math.min(BYTES_MAX, Math.max(BYTES_ALWAYS, packed * TIMES_MAX));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            gap = buffer[i] == '<' ? 0 : gap + 1;
            if (gap > GAP_MAX) {
                throw bomb();
            }
        }
        bytes += Math.max(0, read);
        if (bytes > bytesMax) {
            throw bomb();
        }
        return read;
    }

    private RuntimeException bomb() {
        return file.refusal(
                "xlsx_too_large",
                "The workbook unpacks to far more than its size. Save the sheet as CSV.");
    }
}
