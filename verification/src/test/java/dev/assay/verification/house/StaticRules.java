// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The rule that nothing outlives a run: a static field is a constant. */
final class StaticRules {
  /** The one ambient thing: a bare {@code new Deferred<>()} finds its trial's ledger through it. */
  private static final String EXCEPTION = "src/main/java/dev/assay/ledger/CurrentWork.java";

  /** Types that only hold something that changes. */
  private static final String HOLDER =
      "Atomic\\w+|LongAdder|\\w*ThreadLocal|StringBu\\w+|BitSet|\\w*Reference|\\w*Lock|Semaphore";

  private static final String COLLECTION =
      "\\w*(Collection|List|Set|Map|Queue|Deque|Stack|Vector|Table|Iterator)";

  /** The ways to make a collection that can never change. */
  private static final Set<String> CONSTANT =
      Set.of("of", "ofEntries", "copyOf", "entry", "toList", "toUnmodifiableList");

  private StaticRules() {}

  static List<SourceRule> rules() {
    return List.of(
        SourceRule.eachPublishedFile(
            "a static field is a constant",
            StaticRules::mutableStatics,
            bad("final class Bad { static int count; }"),
            bad("final class Bad { static final AtomicLong COUNT = new AtomicLong(); }"),
            bad("final class Bad { static final ThreadLocal<String> NOW = new ThreadLocal<>(); }"),
            bad("interface Bad { List<String> NAMES = new ArrayList<>(); }"),
            bad("final class Bad { static final ArrayDeque<String> Q = new ArrayDeque<>(); }"),
            bad("record Bad() { static final int[] PRIMES = {2, 3, 5}; }")));
  }

  private static Module bad(String text) {
    return Module.planted(SourceFile.parse("src/main/java/dev/assay/time/Bad.java", text));
  }

  private static Stream<String> mutableStatics(SourceFile file) {
    if (file.path().equals(EXCEPTION)) {
      return Stream.of();
    }
    return file.all(ClassTree.class)
        .flatMap(
            type ->
                type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> isStatic(type, field) && !isConstant(type, field)))
        .map(field -> file.problem(field, field.getName() + " is a static that can change"));
  }

  private static boolean isStatic(ClassTree type, VariableTree field) {
    return inInterface(type) || field.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private static boolean isConstant(ClassTree type, VariableTree field) {
    if (!inInterface(type) && !field.getModifiers().getFlags().contains(Modifier.FINAL)) {
      return false;
    }
    if (field.getType() instanceof ArrayTypeTree) {
      return field.getModifiers().getFlags().contains(Modifier.PRIVATE);
    }
    String name = simpleName(field.getType());
    if (name.matches(COLLECTION)) {
      return isConstantCollection(field.getInitializer());
    }
    return !name.matches(HOLDER);
  }

  private static boolean inInterface(ClassTree type) {
    return type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
  }

  private static boolean isConstantCollection(@Nullable ExpressionTree made) {
    if (!(made instanceof MethodInvocationTree call)) {
      return false;
    }
    String method = simpleName(call.getMethodSelect());
    return CONSTANT.contains(method)
        || method.startsWith("unmodifiable")
        || method.startsWith("empty");
  }

  private static String simpleName(Tree tree) {
    if (tree instanceof ParameterizedTypeTree generic) {
      return simpleName(generic.getType());
    }
    if (tree instanceof MemberSelectTree qualified) {
      return qualified.getIdentifier().toString();
    }
    return tree instanceof IdentifierTree name ? name.getName().toString() : tree.toString();
  }
}
