package dev.keepwell.lake;

import dev.keepwell.lake.Durable.Settled;
import java.util.Collection;
import java.util.List;

/// Which files of a workspace count, within one transaction.
interface Manifest {

    /// Lists a file, also one that was retired or in quarantine, and keeps others from listing or
    /// forgetting it until the transaction ends.
    void list(String dataset, String part, Settled settled, long rows);

    void retire(LakeFile file);

    /// The files of a data set that count, oldest generation first.
    List<LakeFile> files(String dataset);

    /// The files of all data sets that count, the one first whose check is the longest ago.
    List<LakeFile> all();

    /// The files that were found damaged and are neither rebuilt nor back.
    List<LakeFile> quarantined();

    /// Whether the file is in quarantine. It is until the transaction ends.
    boolean misses(LakeFile file);

    /// Whether the file counts. It does until the transaction ends.
    boolean holds(LakeFile file);

    /// How many of the files that count were not looked at for six days.
    int due();

    void verified(Collection<LakeFile> files);

    void quarantine(LakeFile file, String reason);

    /// Lists a file again that is whole after all.
    void reinstate(LakeFile file);

    /// The files that nobody has been told to read for an hour, and that nobody lists again until
    /// the transaction ends.
    List<LakeFile> unreferenced();

    void forget(LakeFile file);
}
