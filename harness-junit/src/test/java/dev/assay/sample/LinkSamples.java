// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.junit.Trial;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** Classes that need another, which may be missing. */
public final class LinkSamples {
  private LinkSamples() {}

  /** What may be missing. */
  public static final class Missing {
    /**
     * What is there, but whose outer class may be missing, so that it cannot tell its short name.
     */
    @Retention(RetentionPolicy.RUNTIME)
    @Timeout(1)
    @interface Slow {}
  }

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

  @Timeout(2)
  public static final class Annotated {
    @Trial
    @Missing.Slow
    void test() {}
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
