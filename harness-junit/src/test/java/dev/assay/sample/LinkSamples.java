// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.junit.Trial;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Classes that need another, which may be missing. */
public final class LinkSamples {
  private LinkSamples() {}

  /** What may be missing. */
  public static final class Missing {}

  public static final class Trials {
    @Nullable Missing missing() {
      return null;
    }

    @Trial
    void test() {}
  }

  public static final class NoTrials {
    @Nullable Missing missing() {
      return null;
    }
  }

  /** Loads the samples once more, without what may be missing. */
  public static final class Loader extends ClassLoader {
    public Loader() {
      super(LinkSamples.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(Missing.class.getName())) {
        throw new ClassNotFoundException(name);
      } else if (name.startsWith(LinkSamples.class.getName())) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
      return super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
