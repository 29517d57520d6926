// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample.stern;

import dev.assay.junit.AllowPending;
import dev.assay.junit.Lenient;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import dev.assay.pending.PendingKind;
import org.junit.jupiter.api.Nested;

/** Classes whose annotations come from everywhere. */
public final class SternSamples {
  private SternSamples() {}

  public static final class Plain {
    @Trial
    void test() {}
  }

  @Lenient
  @AllowPending(PendingKind.PRODUCER)
  public interface Easy {
    @Trial
    default void test() {}
  }

  @Strict
  @TimeLimit(real = "2s")
  @AllowPending(value = PendingKind.DELAYED_CALL, names = "base")
  @Todo("in the base")
  public abstract static class Base {
    @Trial
    void test() {}
  }

  @Lenient
  @TimeLimit(virtual = "5s")
  @AllowPending(value = PendingKind.CONNECTION, names = "sub")
  public static final class Sub extends Base implements Easy {
    @Override
    @Trial
    public void test() {}

    @Nested
    final class Inside {
      @Trial
      @Stern
      @AllowPending(PendingKind.DESCRIPTOR)
      void test() {}
    }
  }

  public static final class Implementation implements Easy {}
}
