// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The rules about what users read: every public thing says what it is.
 *
 * <p>Doclint would ask for a tag for each parameter as well, also where its name says it all.
 */
final class DocumentationRules {
  private DocumentationRules() {}

  static List<SourceRule> rules() {
    return List.of(
        SourceRule.eachPublishedFile(
            "a public type says since when",
            DocumentationRules::timelessTypes,
            bad("/** A thing. */ public final class Bad {}"),
            bad("public interface Bad {}")),
        SourceRule.eachPublishedFile(
            "a public thing says what it is",
            DocumentationRules::silentMembers,
            bad("public final class Bad {}"),
            bad("/** A thing. */ public final class Bad { public void run() {} }"),
            bad("/** A thing. */ public abstract class Bad { protected Bad() {} }"),
            bad("/** A thing. */ public final class Bad { public static final int ONE = 1; }"),
            bad("/** A thing. */ public interface Bad { void run(); }"),
            bad("/** A thing. */ public interface Bad { record Inner() {} }"),
            bad("/** A thing. */ public enum Bad { ONE }"),
            bad("/** A thing. */ public final class Bad { public Bad(int i) {} }")));
  }

  private static Module bad(String text) {
    return Module.planted(SourceFile.parse("src/main/java/dev/assay/time/Bad.java", text));
  }

  private static Stream<String> timelessTypes(SourceFile file) {
    return publicTypes(file)
        .filter(type -> !file.documentation(type).contains("@since "))
        .map(type -> file.problem(type, type.getSimpleName() + " does not say since when"));
  }

  private static Stream<String> silentMembers(SourceFile file) {
    return publicTypes(file)
        .flatMap(DocumentationRules::withVisibleMembers)
        .filter(member -> file.documentation(member).isBlank())
        .map(member -> file.problem(member, "says nothing about itself"));
  }

  private static Stream<ClassTree> publicTypes(SourceFile file) {
    return file.unit().getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC));
  }

  private static Stream<Tree> withVisibleMembers(ClassTree type) {
    boolean inInterface =
        type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
    Stream<Tree> members =
        type.getMembers().stream()
            .filter(member -> isVisible(modifiersOf(member), inInterface))
            .flatMap(
                member ->
                    member instanceof ClassTree inner
                        ? withVisibleMembers(inner)
                        : Stream.of(member));
    return Stream.concat(Stream.of(type), members);
  }

  /** Whether users see a member; what overrides is documented where it was declared. */
  private static boolean isVisible(ModifiersTree modifiers, boolean inInterface) {
    boolean overrides =
        modifiers.getAnnotations().stream()
            .map(AnnotationTree::getAnnotationType)
            .anyMatch(annotation -> annotation.toString().equals("Override"));
    boolean open =
        modifiers.getFlags().contains(Modifier.PUBLIC)
            || modifiers.getFlags().contains(Modifier.PROTECTED)
            || (inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE));
    return open && !overrides;
  }

  private static ModifiersTree modifiersOf(Tree member) {
    if (member instanceof MethodTree method) {
      return method.getModifiers();
    }
    if (member instanceof VariableTree field) {
      return field.getModifiers();
    }
    return ((ClassTree) member).getModifiers();
  }
}
