// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Classes with members that nobody has written but a compiler. */
public final class SyntheticSamples {
  private SyntheticSamples() {}

  /**
   * A class as Kotlin compiles one whose constructor has a default argument, once it is loaded by
   * {@link Loader}.
   */
  @SuppressWarnings("ProtectedMembersInFinalClass") // by which the loader finds the constructor
  public static final class DefaultArgument {
    private final VirtualClock clock;

    DefaultArgument(VirtualClock clock) {
      this.clock = clock;
    }

    protected DefaultArgument(VirtualClock clock, int... mask) {
      this(mask.length == 0 ? clock : new VirtualClock());
    }

    @Trial
    void hasItsClock(VirtualClock same) {
      if (!clock.equals(same)) {
        throw new AssertionError("another clock");
      }
    }
  }

  abstract static class Base<T> {
    @BeforeEach
    abstract T before();

    @Trial
    abstract T answers();
  }

  /** A class with two bridge methods, which wear the annotations of those that they stand for. */
  public static final class Bridges extends Base<Deferred<?>> {
    private final List<String> done = new ArrayList<>();

    @Override
    @BeforeEach
    Deferred<?> before() {
      done.add("before");
      return Deferred.succeed("ready");
    }

    @Override
    @Trial
    Deferred<?> answers() {
      return done.equals(List.of("before"))
          ? Deferred.succeed("pong")
          : Deferred.fail(new AssertionError(done));
    }
  }

  /** Loads the samples once more, and marks the one constructor with varargs as synthetic. */
  public static final class Loader extends ClassLoader {
    private static final short PROTECTED_AND_VARARGS = 0x0084;
    private static final short SYNTHETIC = 0x1000;

    public Loader() {
      super(SyntheticSamples.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(SyntheticSamples.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
        if (name.equals(DefaultArgument.class.getName())) {
          mark(bytes);
        }
        return defineClass(name, bytes.array(), 0, bytes.limit());
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    private static void mark(ByteBuffer bytes) {
      for (int i = 0; i < bytes.limit() - 1; i++) {
        if (bytes.getShort(i) == PROTECTED_AND_VARARGS) {
          bytes.putShort(i, (short) (PROTECTED_AND_VARARGS | SYNTHETIC));
        }
      }
    }
  }
}
