// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One side of a wire: it writes down what it is told, and does what a test wants then. */
public abstract sealed class Talker extends Protocol {
  private final String name;
  private final List<String> log;
  private Consumer<String> reaction = event -> {};
  private @Nullable ConnectionClosedException reason;

  private Talker(String name, List<String> log) {
    this.name = name;
    this.log = log;
  }

  public static Talker plain(String name, List<String> log) {
    return new Plain(name, log);
  }

  public static Talker halfCloseable(String name, List<String> log) {
    return new Half(name, log);
  }

  /** Runs code when this is told of an event, such as {@code made} or {@code got abc}. */
  public Talker when(String event, Runnable code) {
    Consumer<String> before = reaction;
    reaction =
        told -> {
          before.accept(told);
          if (told.equals(event)) {
            code.run();
          }
        };
    return this;
  }

  public void write(String text) {
    transport().write(text.getBytes(US_ASCII));
  }

  @Nullable ConnectionClosedException reason() {
    return reason;
  }

  @Override
  protected void connectionMade() {
    tell("made");
  }

  @Override
  public void dataReceived(byte[] data) {
    tell("got " + new String(data, US_ASCII));
  }

  @Override
  protected void connectionLost(ConnectionClosedException why) {
    reason = why;
    tell("lost " + why.getClass().getSimpleName());
  }

  final void tell(String event) {
    log.add(name + " " + event);
    reaction.accept(event);
  }

  private static final class Plain extends Talker {
    Plain(String name, List<String> log) {
      super(name, log);
    }
  }

  private static final class Half extends Talker implements HalfCloseable {
    Half(String name, List<String> log) {
      super(name, log);
    }

    @Override
    public void readConnectionLost() {
      tell("read lost");
    }

    @Override
    public void writeConnectionLost() {
      tell("write lost");
    }
  }
}
