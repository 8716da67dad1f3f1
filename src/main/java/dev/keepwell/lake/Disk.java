package dev.keepwell.lake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// What the lake needs of a disk, in the steps in which a power cut can take something away.
///
/// Nothing is safe before it is forced: not the bytes of a file, and not its name in a folder.
interface Disk {

    InputStream read(Path file) throws IOException;

    /// Makes the bytes of a file safe, not its name.
    void force(Path file) throws IOException;

    /// Makes the names in a folder safe: what was made, moved here, moved away or deleted.
    void forceFolder(Path folder) throws IOException;

    /// Makes one folder in a folder that is there.
    void makeFolder(Path folder) throws IOException;

    /// Gives a file another name at one stroke, and ends what had that name before.
    void move(Path from, Path to) throws IOException;

    /// Deletes a file, if it is there.
    void delete(Path file) throws IOException;

    boolean holdsFile(Path file);

    boolean holdsFolder(Path folder);

    /// All files in a folder and in those inside it; none when it is not there.
    List<Path> list(Path folder) throws IOException;
}
