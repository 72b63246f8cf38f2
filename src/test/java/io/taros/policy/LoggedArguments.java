package io.taros.policy;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.taros.platform.sql.Id;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.slf4j.Logger;
import org.slf4j.Marker;

/** What code puts into lines of the log, argument by argument, with the types the compiler sees. */
final class LoggedArguments {
    enum Kind {
        /** Numbers, moments, states, names of classes, what stands in the code itself. */
        NEUTRAL,
        /** Names a row, and so somebody for who has the database. */
        IDS,
        /** What went wrong, in whoever's words. */
        FAILURES,
        /** Nobody knows. */
        TEXT,
        /** Logged in a way that cannot be looked into. */
        HIDDEN
    }

    /**
     * @param writer the class whose line it is
     * @param name the argument as it is written, without what it is called with
     */
    record Argument(String writer, String name, Kind kind) {}

    private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error");

    private final Trees trees;
    private final JavacTask task;
    private final List<Argument> found = new ArrayList<>();

    private LoggedArguments(JavacTask task) {
        this.task = task;
        trees = Trees.instance(task);
    }

    static List<Argument> in(Iterable<? extends JavaFileObject> sources) throws IOException {
        var libraries =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        _ -> {},
                                        List.of("-proc:none", "--class-path", libraries),
                                        null,
                                        sources);
        var units = task.parse();
        task.analyze();
        var arguments = new LoggedArguments(task);
        units.forEach(unit -> arguments.new Lines().scan(unit, null));
        return arguments.found;
    }

    private final class Lines extends TreePathScanner<Void, Void> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && is(type(select.getExpression()), Logger.class)) {
                var name = select.getIdentifier().toString();
                if (LEVELS.contains(name)) {
                    addLine(call);
                } else if (name.matches("at.*|log|makeLogging.*")) {
                    add(call, Kind.HIDDEN);
                }
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
            if (is(type(reference.getQualifierExpression()), Logger.class)) {
                add(reference, Kind.HIDDEN);
            }
            return super.visitMemberReference(reference, nothing);
        }

        private void addLine(MethodInvocationTree call) {
            var arguments = call.getArguments();
            var first = is(type(arguments.getFirst()), Marker.class) ? 1 : 0;
            if (!isWritten(arguments.get(first))) {
                add(arguments.get(first), Kind.HIDDEN);
            }
            for (var argument : arguments.subList(first + 1, arguments.size())) {
                add(argument, kind(argument));
            }
        }

        private void add(Tree tree, Kind kind) {
            var writer = Path.of(getCurrentPath().getCompilationUnit().getSourceFile().getName());
            var name =
                    tree instanceof MethodInvocationTree call
                            ? call.getMethodSelect().toString()
                            : tree.toString();
            found.add(
                    new Argument(
                            writer.getFileName().toString().replace(".java", ""),
                            name.replaceAll("\\(.*?\\)|\\s", ""),
                            kind));
        }

        private Kind kind(ExpressionTree argument) {
            var type = type(argument);
            if (is(type, UUID.class) || is(type, Id.class)) {
                return Kind.IDS;
            }
            if (is(type, Throwable.class) || isSaidBy(argument, Throwable.class, "getMessage")) {
                return Kind.FAILURES;
            }
            return isNeutral(type)
                            || isWritten(argument)
                            || isSaidBy(argument, Class.class, "getSimpleName")
                    ? Kind.NEUTRAL
                    : Kind.TEXT;
        }

        private boolean isSaidBy(ExpressionTree argument, Class<?> owner, String method) {
            return argument instanceof MethodInvocationTree call
                    && call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals(method)
                    && is(type(select.getExpression()), owner);
        }

        private boolean isNeutral(TypeMirror type) {
            return type.getKind().isPrimitive()
                    || is(type, Number.class)
                    || is(type, Boolean.class)
                    || is(type, Enum.class)
                    || is(type, Temporal.class)
                    || is(type, TemporalAmount.class)
                    || is(type, Class.class)
                    || is(type, Path.class);
        }

        /** It says the same whoever it is about: a literal, several of them, or a constant. */
        private boolean isWritten(ExpressionTree expression) {
            return switch (expression) {
                case ParenthesizedTree inner -> isWritten(inner.getExpression());
                case BinaryTree both ->
                        isWritten(both.getLeftOperand()) && isWritten(both.getRightOperand());
                case LiteralTree _ -> true;
                default ->
                        trees.getElement(new TreePath(getCurrentPath(), expression))
                                        instanceof VariableElement constant
                                && constant.getConstantValue() != null;
            };
        }

        private TypeMirror type(Tree tree) {
            return trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
        }

        private boolean is(TypeMirror type, Class<?> wanted) {
            var types = task.getTypes();
            var element = task.getElements().getTypeElement(wanted.getName());
            return type != null
                    && element != null
                    && types.isSubtype(types.erasure(type), types.erasure(element.asType()));
        }
    }
}
