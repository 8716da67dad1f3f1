package dev.keepwell.warehouse;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.warehouse.cluster.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// The folder that holds the connection to a cluster, with libraries that the server does not have.
///
/// It has a loader of its own, which shares with the server the Java platform, the logging facade
/// and what the server asks of a cluster. No library of one can get in the way of the other.
final class ClusterFolder {

    private static final List<String> SHARED =
            List.of(Cluster.class.getPackageName() + ".", "org.slf4j.");

    private ClusterFolder() {}

    static Cluster load(Path folder, String engine) {
        var jars = jars(folder);
        if (jars.length == 0) {
            throw Refusal.configuration(
                    "no_engine",
                    "keepwell.warehouse.engine is '%s', but %s holds no jar of it. Build it with"
                                    .formatted(engine, folder)
                            + " './keepwell engine %s', or set keepwell.warehouse.folder."
                                    .formatted(engine));
        }
        checkFlags();
        var loader = new Loader(jars);
        return ServiceLoader.load(Cluster.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(it -> it.name().equals(engine))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.configuration(
                                "no_engine",
                                "The jars in %s connect to no engine '%s'. Build them anew with"
                                                .formatted(folder, engine)
                                        + " './keepwell engine %s'.".formatted(engine)));
    }

    private static URL[] jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new URL[0];
        }
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".jar"))
                    .sorted()
                    .map(ClusterFolder::url)
                    .toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Without it the first answer would fail deep in a library, in words about memory.
    private static void checkFlags() {
        var base = Object.class.getModule();
        if (!base.isOpen("java.nio", ClusterFolder.class.getModule())) {
            throw Refusal.configuration(
                    "engine_flags",
                    "The JVM runs without the flags of the connection. Start the server with"
                            + " './keepwell', or add --add-opens=java.base/java.nio=ALL-UNNAMED"
                            + " --sun-misc-unsafe-memory-access=allow.");
        }
    }

    /// Looks into the folder first; only what is shared comes from the server.
    private static final class Loader extends URLClassLoader {

        Loader(URL[] jars) {
            super("cluster", jars, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return SHARED.stream().anyMatch(name::startsWith)
                    ? Cluster.class.getClassLoader().loadClass(name)
                    : super.loadClass(name, resolve);
        }

        /// The server's services are not the cluster's.
        @Override
        public @Nullable URL getResource(String name) {
            var own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }
    }
}
