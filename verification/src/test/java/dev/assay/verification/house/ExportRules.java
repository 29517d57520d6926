// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ProvidesTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The rule about what a module exports: what its users need, and nothing else.
 *
 * <p>A public type is needed if another module, a sample, a consumer or a page names it, if a type
 * that is needed has it in a signature, or if the module provides it as a service.
 */
final class ExportRules {
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** Types that are for users though nothing in this repository uses them outside their module. */
  private static final List<Reason> FOR_USERS =
      List.of(new Reason("UnusedTime", "code that must not ask for the time is given it in tests"));

  /** A name that no text has, not even this one. */
  private static final String UNNAMED = "BadThat" + "NobodyNames";

  private ExportRules() {}

  static List<SourceRule> rules() {
    return List.of(
        new SourceRule(
            "exported is what users need",
            ExportRules::unneeded,
            List.of(
                Module.planted(
                    file(UNNAMED, "public final class " + UNNAMED + " {}"),
                    descriptor("exports dev.assay.time;")),
                Module.planted(
                    file("Bad", "final class Bad {}"), descriptor("exports dev.assay.time;")))));
  }

  private static SourceFile file(String name, String text) {
    return SourceFile.parse(
        "src/main/java/dev/assay/time/" + name + ".java", "package dev.assay.time;\n" + text);
  }

  private static SourceFile descriptor(String directives) {
    return SourceFile.parse(
        "src/main/java/module-info.java", "module dev.assay.bad {" + directives + "}");
  }

  private static List<String> unneeded(Module module) {
    if (!module.published()) {
      return List.of();
    }
    Set<String> exported = exported(module);
    List<SourceFile> face = exported.stream().flatMap(name -> publicTypes(module, name)).toList();
    Set<String> needed = needed(module, face);
    List<String> problems = new ArrayList<>();
    face.stream()
        .filter(file -> !needed.contains(nameOf(file)))
        .forEach(file -> problems.add(file.path() + " is exported, and no user needs it"));
    exported.stream()
        .filter(name -> face.stream().noneMatch(file -> file.packageName().equals(name)))
        .forEach(name -> problems.add("exports " + name + ", which has no public type"));
    return problems;
  }

  /** Returns the packages that a module exports to everybody. */
  static Set<String> exported(Module module) {
    return directives(module, ExportsTree.class)
        .filter(line -> line.getModuleNames() == null)
        .map(line -> line.getPackageName().toString())
        .collect(toCollection(TreeSet::new));
  }

  /** Returns the files of the public types of a package. */
  static Stream<SourceFile> publicTypes(Module module, String name) {
    return module.main().filter(file -> file.packageName().equals(name) && isPublic(file));
  }

  /** Returns the names of the types that are needed, some of them through others. */
  private static Set<String> needed(Module module, List<SourceFile> face) {
    Set<String> needed = namedOutside(module);
    directives(module, ProvidesTree.class)
        .flatMap(line -> line.getImplementationNames().stream())
        .forEach(name -> needed.addAll(words(name.toString())));
    FOR_USERS.forEach(reason -> needed.add(reason.type()));
    List<SourceFile> left = new ArrayList<>(face);
    List<SourceFile> found;
    do {
      found = left.stream().filter(file -> needed.contains(nameOf(file))).toList();
      left.removeAll(found);
      found.forEach(file -> needed.addAll(namedInSignatures(file)));
    } while (!found.isEmpty());
    return needed;
  }

  private static Set<String> namedOutside(Module module) {
    Set<String> named = new TreeSet<>(Words.OF_OTHERS);
    Words.OF_MODULES.forEach(
        (name, words) -> {
          if (!name.equals(module.name())) {
            named.addAll(words);
          }
        });
    return named;
  }

  /** Returns the pages but for the list of all types, which shows nobody's need. */
  private static List<Path> pages() {
    Path docs = Repository.root().resolve("docs");
    return Repository.files(docs, ".md").stream()
        .filter(page -> !page.equals(docs.resolve("api.md")))
        .toList();
  }

  private static Set<String> namedInSignatures(SourceFile file) {
    Set<String> named = new TreeSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBlock(BlockTree body, @Nullable Void unused) {
        return null;
      }

      @Override
      public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
        named.add(name.getName().toString());
        return null;
      }
    }.scan(file.unit(), null);
    return named;
  }

  private static <T extends Tree> Stream<T> directives(Module module, Class<T> kind) {
    return module.main().flatMap(file -> file.all(kind));
  }

  static Set<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
  }

  static String nameOf(SourceFile file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    return name.substring(0, name.length() - ".java".length());
  }

  private static boolean isPublic(SourceFile file) {
    return file.unit().getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .anyMatch(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC));
  }

  /** A type that users need, and why. */
  private record Reason(String type, String why) {}

  /** The words of all files, found once. */
  private static final class Words {
    static final Map<String, Set<String>> OF_MODULES =
        Repository.modules().stream()
            .collect(
                toMap(
                    Module::name,
                    module -> wordsOf(module.sources().stream().map(SourceFile::text)),
                    (one, other) -> one,
                    TreeMap::new));

    static final Set<String> OF_OTHERS =
        wordsOf(
            Stream.of(
                    pages(),
                    Repository.files(Repository.root().resolve("verification/consumers"), ".java"),
                    List.of(Repository.root().resolve("README.md")))
                .flatMap(List::stream)
                .map(Repository::text));

    private static Set<String> wordsOf(Stream<String> texts) {
      return texts.flatMap(text -> words(text).stream()).collect(toCollection(TreeSet::new));
    }
  }
}
