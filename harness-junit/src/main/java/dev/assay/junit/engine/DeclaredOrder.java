// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order of declarations in their source files, which reflection does not keep. */
final class DeclaredOrder {
  private DeclaredOrder() {}

  /** Orders methods within each class; the order of the classes does not change. */
  static List<Method> ofMethods(List<Method> methods) {
    Map<Class<?>, List<Method>> byClass = new LinkedHashMap<>();
    for (Method method : methods) {
      byClass.computeIfAbsent(method.getDeclaringClass(), type -> new ArrayList<>()).add(method);
    }
    List<Method> ordered = new ArrayList<>();
    byClass.forEach(
        (type, some) -> {
          Map<String, Integer> places = places(ClassFile.of(type).methods());
          some.sort(
              Comparator.<Method>comparingInt(
                      method -> places.getOrDefault(signature(method), Integer.MAX_VALUE))
                  .thenComparing(DeclaredOrder::signature));
          ordered.addAll(some);
        });
    return ordered;
  }

  /** Orders the member classes of a class by their first lines. */
  static List<Class<?>> ofClasses(List<Class<?>> types) {
    if (types.size() < 2) {
      return types;
    }
    Map<Class<?>, Integer> lines = new LinkedHashMap<>();
    types.forEach(type -> lines.put(type, ClassFile.of(type).firstLine()));
    return types.stream()
        .sorted(Comparator.<Class<?>>comparingInt(lines::get).thenComparing(Class::getName))
        .toList();
  }

  private static Map<String, Integer> places(List<String> signatures) {
    Map<String, Integer> places = new LinkedHashMap<>();
    signatures.forEach(signature -> places.put(signature, places.size()));
    return places;
  }

  private static String signature(Method method) {
    return method.getName()
        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
  }
}
