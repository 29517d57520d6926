// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import dev.assay.junit.run.Fixtures;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The check that no field holds an object of a trial before the first try. jqwik has one instance
 * for all tries of a property, so such an object would be made once for all, outside every trial.
 */
final class SharedFixtures {
  private SharedFixtures() {}

  static void refuse(List<Object> testInstances) {
    for (Object instance : testInstances) {
      ReflectionSupport.findFields(
              instance.getClass(),
              field -> Fixtures.types().contains(field.getType()),
              HierarchyTraversalMode.TOP_DOWN)
          .forEach(field -> refuse(field, instance));
    }
  }

  private static void refuse(Field field, Object instance) {
    Object held = ReflectionSupport.tryToReadFieldValue(field, instance).toOptional().orElse(null);
    if (held != null) {
      throw new IllegalStateException(
          "the field "
              + field.getName()
              + " has a "
              + field.getType().getSimpleName()
              + " before the first try, which all tries would share and no verdict would cover;"
              + " take it as a parameter, or make it in a @BeforeTry method");
    }
  }
}
