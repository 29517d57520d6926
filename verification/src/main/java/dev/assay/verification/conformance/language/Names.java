// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.language;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The objects of a program by name: those that its steps speak of, and those made so far. */
public final class Names<T> {
  private final String what;
  private final Set<String> declared = new TreeSet<>();
  private final Set<String> used = new TreeSet<>();
  private final Map<String, T> made = new TreeMap<>();

  /** Makes an empty list of names of what is said, such as {@code a Deferred}. */
  public Names(String what) {
    this.what = what;
  }

  /** Notes that a step makes an object of this name, and returns the name. */
  public String declare(String name) {
    declared.add(name);
    return name;
  }

  /** Notes that a step speaks of this name, and returns what finds the object when it runs. */
  public Supplier<T> use(String name) {
    used.add(name);
    return () -> {
      T object = made.get(name);
      if (object == null) {
        throw new NotMadeException(what + " named " + name + " was not made yet");
      }
      return object;
    };
  }

  /**
   * Checks that every name that is spoken of is made somewhere.
   *
   * @throws MalformedCaseException if one is not
   */
  public void check() {
    for (String name : used) {
      if (!declared.contains(name)) {
        throw new MalformedCaseException("nothing makes " + what + " named " + name);
      }
    }
  }

  public void put(String name, T object) {
    made.put(name, object);
  }

  /** Goes through the objects in the order of their names. */
  public void forEach(BiConsumer<String, T> action) {
    made.forEach(action);
  }

  /** Returns the name of an object, or null if it has none. */
  public @Nullable String nameOf(Object object) {
    for (Map.Entry<String, T> entry : made.entrySet()) {
      if (entry.getValue().equals(object)) {
        return entry.getKey();
      }
    }
    return null;
  }

  /** Says that a step came before the one that makes what it acts on. */
  public static final class NotMadeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotMadeException(String message) {
      super(message);
    }
  }
}
