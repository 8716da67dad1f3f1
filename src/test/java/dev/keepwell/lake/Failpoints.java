package dev.keepwell.lake;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A disk and a database that fail before a step that was chosen: reading, forcing and moving
/// files, running statements, and before and after a commit.
final class Failpoints {

    /// The process ends here, as far as whoever runs in it is concerned.
    static final class Crash extends RuntimeException {}

    private int stepsLeft = Integer.MAX_VALUE;
    private boolean hasCommitted;

    void crashAfter(int steps) {
        stepsLeft = steps;
        hasCommitted = false;
    }

    void disarm() {
        stepsLeft = Integer.MAX_VALUE;
    }

    /// Whether a transaction that wrote was committed since the crash was ordered.
    boolean hasCommitted() {
        return hasCommitted;
    }

    void step() {
        if (stepsLeft-- == 0) {
            throw new Crash();
        }
    }

    DataSource over(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return connection(super.getConnection());
            }
        };
    }

    private Connection connection(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        Failpoints.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            var isCommit = method.getName().equals("commit");
                            if (isCommit || method.getName().equals("prepareStatement")) {
                                step();
                            }
                            try {
                                var result = method.invoke(connection, arguments);
                                if (isCommit) {
                                    hasCommitted = true;
                                    step();
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        });
    }

    Disk over(Disk disk) {
        return new FailingDisk(disk, this);
    }

    /// Counts each step that changes or reads something.
    private record FailingDisk(Disk disk, Failpoints points) implements Disk {

        @Override
        public InputStream read(Path file) throws IOException {
            points.step();
            return disk.read(file);
        }

        @Override
        public void force(Path file) throws IOException {
            points.step();
            disk.force(file);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            points.step();
            disk.forceFolder(folder);
        }

        @Override
        public void makeFolder(Path folder) throws IOException {
            points.step();
            disk.makeFolder(folder);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            points.step();
            disk.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            points.step();
            disk.delete(file);
        }

        @Override
        public boolean holdsFile(Path file) {
            return disk.holdsFile(file);
        }

        @Override
        public boolean holdsFolder(Path folder) {
            return disk.holdsFolder(folder);
        }

        @Override
        public List<Path> list(Path folder) throws IOException {
            return disk.list(folder);
        }
    }
}
