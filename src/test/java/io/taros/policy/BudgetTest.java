package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The tail is bounded: no long file, no long method, no long list of parameters. */
class BudgetTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int MAX_FILE = 300;
    private static final int MAX_METHOD = 40;
    private static final int MAX_PARAMETERS = 5;

    @Test
    void keepsFilesShort() throws IOException {
        assertThat(sources())
                .allSatisfy(file ->
                        assertThat(codeLines(Files.readString(file)))
                                .as("code lines of %s", file)
                                .isLessThanOrEqualTo(MAX_FILE));
    }

    @Test
    void keepsMethodsShortAndTheirParametersFew() throws IOException {
        var over = new ArrayList<String>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources()));
            for (var unit : task.parse()) {
                new Measure(unit, Trees.instance(task), over).scan(unit, null);
            }
        }

        assertThat(over).isEmpty();
    }

    private static final class Measure extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> over;

        Measure(CompilationUnitTree unit, Trees trees, List<String> over) {
            this.unit = unit;
            this.trees = trees;
            this.over = over;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var name =
                    Path.of(unit.getSourceFile().getName()).getFileName() + " " + method.getName();
            if (method.getBody() != null) {
                var body = method.getBody().toString();
                var source = source(method);
                if (codeLines(source) > MAX_METHOD && !body.isBlank()) {
                    over.add(name + " has " + codeLines(source) + " lines");
                }
            }
            if (method.getParameters().size() > MAX_PARAMETERS && !isWiring(method)) {
                over.add(name + " has " + method.getParameters().size() + " parameters");
            }
            return super.visitMethod(method, nothing);
        }

        /**
         * Constructors: what a bean needs is counted by reviewers, a record's columns by nobody.
         */
        private boolean isWiring(MethodTree method) {
            var parent = getCurrentPath().getParentPath().getLeaf();
            return method.getReturnType() == null
                    || (parent instanceof ClassTree type
                            && type.getKind() == Tree.Kind.ANNOTATION_TYPE);
        }

        private String source(Tree tree) {
            try {
                var positions = trees.getSourcePositions();
                return unit.getSourceFile()
                        .getCharContent(true)
                        .subSequence(
                                (int) positions.getStartPosition(unit, tree),
                                (int) positions.getEndPosition(unit, tree))
                        .toString();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Neither blank nor comment. */
    private static long codeLines(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line ->
                        !line.isEmpty()
                                && !line.startsWith("//")
                                && !line.startsWith("/*")
                                && !line.startsWith("*"))
                .count();
    }
}
