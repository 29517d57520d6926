// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.trial.TrialContext;
import java.util.List;

/**
 * The objects that a trial provides as parameters. There is one of each type, made when it is first
 * requested, and the same in fixtures and in the test. All share one clock.
 *
 * @since 0.1
 */
public final class Fixtures {
  private static final List<Class<?>> TYPES =
      List.of(
          TrialContext.class,
          VirtualClock.class,
          FakeNetwork.class,
          FakeReactor.class,
          StringTransport.class,
          Wire.class);

  private Fixtures() {}

  /** Returns the supported types of parameters. */
  public static List<Class<?>> types() {
    return TYPES;
  }

  /** Returns the trial's object of one of the types; a part of that trial must call this. */
  public static Object of(Class<?> type, TrialContext trial) {
    if (type == TrialContext.class) {
      return trial;
    } else if (type == VirtualClock.class) {
      return clock(trial);
    } else if (type == FakeNetwork.class) {
      return network(trial);
    } else if (type == FakeReactor.class) {
      return trial.fixture(FakeReactor.class, () -> network(trial).host("localhost"));
    } else if (type == StringTransport.class) {
      return trial.fixture(StringTransport.class, () -> new StringTransport(clock(trial)));
    } else if (type == Wire.class) {
      return trial.fixture(Wire.class, Fixtures::wire);
    }
    throw new IllegalArgumentException("type must be one of " + TYPES + ": " + type);
  }

  private static VirtualClock clock(TrialContext trial) {
    return trial.fixture(VirtualClock.class, VirtualClock::new);
  }

  private static FakeNetwork network(TrialContext trial) {
    return trial.fixture(FakeNetwork.class, () -> new FakeNetwork(clock(trial)));
  }

  private static Wire wire() {
    return Wire.connect(new AccumulatingProtocol(), new AccumulatingProtocol());
  }
}
