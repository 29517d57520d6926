// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.select;

import static java.util.stream.Collectors.joining;

import dev.assay.cli.option.Similar;
import dev.assay.cli.option.UsageException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The reader of names: packages, classes and {@code Class#method}, in full or in short. */
final class NameResolver {
  private final ClassIndex index;
  private final ClassLoader loader;
  private final Map<String, Throwable> unloadable = new LinkedHashMap<>();

  NameResolver(ClassIndex index, ClassLoader loader) {
    this.index = index;
    this.loader = loader;
  }

  /** Returns what the names select. Without names, everything that is found. */
  List<NamedSelection> resolve(List<String> names) {
    if (names.isEmpty()) {
      return List.of(new NamedSelection("", wholeClasses(index.topLevel())));
    }
    return names.stream().distinct().map(this::resolve).toList();
  }

  /** Returns the classes nested in the selected ones that an engine may treat as test classes. */
  NamedSelection nestedIn(List<NamedSelection> selections) {
    List<String> selected =
        selections.stream()
            .flatMap(selection -> selection.parts().stream())
            .filter(NamedSelection.WholeClass.class::isInstance)
            .map(NamedSelection.Part::className)
            .toList();
    List<String> nested =
        index.names().stream()
            .filter(name -> !selected.contains(name))
            .filter(name -> selected.stream().anyMatch(outer -> name.startsWith(outer + "$")))
            .toList();
    return new NamedSelection(
        "",
        wholeClasses(nested).stream()
            .map(NamedSelection.WholeClass.class::cast)
            .filter(part -> Modifier.isStatic(part.type().getModifiers()))
            .map(NamedSelection.Part.class::cast)
            .toList());
  }

  /** Returns the classes that could not be loaded, with what was thrown. */
  Map<String, Throwable> unloadable() {
    return unloadable;
  }

  private NamedSelection resolve(String name) {
    int hash = name.indexOf('#');
    if (hash >= 0) {
      String type = oneClass(name.substring(0, hash));
      return new NamedSelection(name, methods(type, name.substring(hash + 1)));
    }
    if (index.named(name).isEmpty() && !index.inPackage(name).isEmpty()) {
      return new NamedSelection(name, wholeClasses(index.inPackage(name)));
    }
    return new NamedSelection(name, wholeClasses(List.of(oneClass(name))));
  }

  private String oneClass(String name) {
    List<String> found = index.named(name);
    if (found.isEmpty()) {
      found = index.endingWith(name);
    }
    if (found.isEmpty()) {
      throw new UsageException("nothing is named " + name + insteadOf(name, index.vocabulary()));
    }
    if (found.size() > 1) {
      throw new UsageException(name + " may be " + String.join(" or ", found));
    }
    return found.get(0);
  }

  private List<NamedSelection.Part> wholeClasses(List<String> names) {
    List<NamedSelection.Part> parts = new ArrayList<>();
    for (String name : names) {
      load(name).forEach(type -> parts.add(new NamedSelection.WholeClass(name, type)));
    }
    return parts;
  }

  private List<NamedSelection.Part> methods(String className, String method) {
    List<Class<?>> types = load(className);
    List<Method> all = types.stream().flatMap(NameResolver::methodsOf).toList();
    List<NamedSelection.Part> parts =
        all.stream()
            .filter(each -> isMeant(each, method))
            .map(
                each ->
                    (NamedSelection.Part)
                        new NamedSelection.OneMethod(className, types.get(0), each))
            .toList();
    if (parts.isEmpty() && !types.isEmpty()) {
      List<String> known = all.stream().map(Method::getName).toList();
      throw new UsageException(className + " has no method " + method + insteadOf(method, known));
    }
    return parts;
  }

  /** Returns the end of the message about an unknown name: the names that may be meant. */
  private static String insteadOf(String written, Collection<String> known) {
    return written.contains("*") || written.contains("?")
        ? ": a name is a package, a class or Class#method, not a pattern;"
            + " a package stands for all tests in it and below"
        : Similar.to(written, known).suggestion();
  }

  /** Returns the class without running any of its code; empty if that fails. */
  private List<Class<?>> load(String name) {
    try {
      return List.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      unloadable.put(name, e);
      return List.of();
    }
  }

  /** Returns the methods of a class and of all that it extends and implements, its own first. */
  private static Stream<Method> methodsOf(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
    return Stream.concat(
        Stream.of(type.getDeclaredMethods()).filter(method -> !method.isSynthetic()),
        above.filter(each -> each != Object.class).flatMap(NameResolver::methodsOf));
  }

  private static boolean isMeant(Method method, String written) {
    return written.equals(method.getName())
        || written.equals(signature(method, Class::getSimpleName))
        || written.equals(signature(method, Class::getTypeName));
  }

  private static String signature(Method method, Function<Class<?>, String> typeName) {
    return Stream.of(method.getParameterTypes())
        .map(typeName)
        .collect(joining(",", method.getName() + "(", ")"));
  }
}
