// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.assay.fake.VirtualClock;
import dev.assay.policy.ReconnectOptions;
import dev.assay.policy.ReconnectingClientFactory;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Recording;
import dev.assay.verification.conformance.language.Script;
import dev.assay.verification.conformance.language.Trace;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays programs about a factory that connects again. */
public final class ReconnectInterpreter {
  private static final BigDecimal SAME_TIME = new BigDecimal("0.000001");

  private final VirtualClock clock = new VirtualClock();
  private final Trace trace = new Trace();
  private final Script script = new Script(trace);
  private final Connector connector = new TracedConnector();
  private final ReconnectingClientFactory factory;

  private ReconnectInterpreter(Fields program) {
    ReconnectOptions options =
        ReconnectOptions.DEFAULT
            .withInitialDelay(seconds(program, "initialDelay"))
            .withMaxDelay(seconds(program, "maxDelay"))
            .withFactor(program.decimal("factor").doubleValue())
            .withMaxRetries(
                program.isGiven("maxRetries")
                    ? program.number("maxRetries")
                    : ReconnectOptions.UNLIMITED);
    this.factory = new Factory(clock, options);
  }

  public static Recording play(Fields program) {
    return new ReconnectInterpreter(program).run(program);
  }

  private Recording run(Fields program) {
    script.define("lost", step -> this::lost);
    script.define("resetDelay", step -> factory::resetDelay);
    script.define("stopTrying", step -> factory::stopTrying);
    script.read(program.list("steps")).run();
    return new Recording(inTimesOf(program.array("events"), trace.entries()), new JsonObject());
  }

  /** Loses the connection, and lets time pass until the retry. */
  private void lost() {
    factory.clientConnectionLost(connector, new ConnectionDoneException("lost"));
    List<DelayedCall> retries = clock.delayedCalls();
    if (retries.isEmpty()) {
      trace.add("delay", (Object) null);
    } else {
      Duration delay = retries.get(0).due().minus(clock.elapsed());
      trace.add("delay", inSeconds(delay));
      clock.advance(delay);
    }
  }

  private static Duration seconds(Fields program, String name) {
    return Duration.ofNanos(program.decimal(name).movePointRight(9).longValueExact());
  }

  private static BigDecimal inSeconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9);
  }

  /**
   * Takes over the recorded times where ours are the same to the microsecond: recorded ones are
   * sums of floating-point numbers, and ours are whole nanoseconds.
   */
  private static JsonArray inTimesOf(JsonArray recorded, JsonArray ours) {
    JsonArray same = ours.deepCopy();
    for (int i = 0; i < Math.min(recorded.size(), ours.size()); i++) {
      if (recorded.get(i) instanceof JsonArray event
          && event.size() == 2
          && ours.get(i).getAsJsonArray().size() == 2
          && isSameTime(event.get(1), ours.get(i).getAsJsonArray().get(1))) {
        same.get(i).getAsJsonArray().set(1, event.get(1));
      }
    }
    return same;
  }

  private static boolean isSameTime(JsonElement recorded, JsonElement ours) {
    return recorded instanceof JsonPrimitive time
        && time.isNumber()
        && ours instanceof JsonPrimitive mine
        && time.getAsBigDecimal().subtract(mine.getAsBigDecimal()).abs().compareTo(SAME_TIME) < 0;
  }

  private static final class Factory extends ReconnectingClientFactory {
    Factory(ReactorTime time, ReconnectOptions options) {
      super(time, options);
    }

    @Override
    public @Nullable Protocol buildProtocol(SocketAddress peer) {
      return null;
    }
  }

  /** A connector on which nothing comes of an attempt, and each can be called off. */
  private final class TracedConnector implements Connector {
    @Override
    public void connect() {
      trace.add("connect", inSeconds(clock.elapsed()));
    }

    @Override
    public void stopConnecting() {
      trace.add("stopConnecting");
    }

    @Override
    public void disconnect() {
      trace.add("disconnect");
    }

    @Override
    public SocketAddress destination() {
      return InetSocketAddress.createUnresolved("example.org", 1);
    }
  }
}
