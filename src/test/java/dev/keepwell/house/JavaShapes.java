package dev.keepwell.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// How big the methods of a file are and what its types are called, as the compiler sees them.
final class JavaShapes {

    /// One method: how many lines its body takes and how many parameters it has.
    record Method(Path file, String name, long lines, int parameters) {}

    /// One type, nested ones as well.
    record Type(Path file, String name) {}

    private final List<Method> methods = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();

    private JavaShapes() {}

    static JavaShapes of(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var shapes = new JavaShapes();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null, manager, null, List.of("-proc:none"), null, units);
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                unit.accept(shapes.new Reader(trees, unit), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shapes;
    }

    List<Method> methods() {
        return methods;
    }

    List<Type> types() {
        return types;
    }

    private final class Reader extends TreeScanner<Void, Void> {

        private final Trees trees;
        private final CompilationUnitTree unit;
        private final Path file;
        private boolean inRecord;

        Reader(Trees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
            this.file = Path.of(unit.getSourceFile().getName());
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            types.add(new Type(file, type.getSimpleName().toString()));
            var outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, nothing);
            inRecord = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            // The constructor of a record is its list of components, and a record may be wide.
            var isComponents = inRecord && method.getReturnType() == null;
            var parameters = isComponents ? 0 : method.getParameters().size();
            methods.add(new Method(file, method.getName().toString(), lines(method), parameters));
            return super.visitMethod(method, nothing);
        }

        private long lines(MethodTree method) {
            if (method.getBody() == null) {
                return 0;
            }
            var positions = trees.getSourcePositions();
            var map = unit.getLineMap();
            var first = positions.getStartPosition(unit, method.getBody());
            var last = positions.getEndPosition(unit, method.getBody());
            return map.getLineNumber(last) - map.getLineNumber(first) + 1;
        }
    }
}
