// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.protocol;

import com.google.gson.JsonObject;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Recording;
import dev.assay.verification.conformance.language.Script;
import dev.assay.verification.conformance.language.Trace;
import java.util.List;
import java.util.Locale;

/** Plays programs about a transport that has nothing behind it. */
public final class TransportInterpreter {
  private final StringTransport transport = new StringTransport();
  private final Trace trace = new Trace();
  private final Script script = new Script(trace);

  private TransportInterpreter() {}

  public static Recording play(Fields program) {
    return new TransportInterpreter().run(program);
  }

  private Recording run(Fields program) {
    script.define("value", step -> () -> trace.add("value", Latin1.text(transport.value())));
    script.define("clear", step -> transport::clear);
    script.define("write", this::write);
    script.define("writeSequence", this::writeSequence);
    script.define("loseConnection", step -> transport::loseConnection);
    script.define("abortConnection", step -> transport::abortConnection);
    script.define("registerProducer", this::registerProducer);
    script.define("unregisterProducer", step -> transport::unregisterProducer);
    script.define("pauseProducing", step -> transport::pauseProducing);
    script.define("resumeProducing", step -> transport::resumeProducing);
    script.define("stopProducing", step -> transport::stopProducing);
    script.read(program.list("steps")).run();
    return new Recording(trace.entries(), end());
  }

  private Script.Action write(Fields step) {
    byte[] data = Latin1.bytes(step.text("data"));
    return () -> transport.write(data);
  }

  private Script.Action writeSequence(Fields step) {
    List<byte[]> pieces = step.texts("data").stream().map(Latin1::bytes).toList();
    return () -> transport.writeSequence(pieces);
  }

  private Script.Action registerProducer(Fields step) {
    return step.flag("streaming")
        ? () -> transport.registerProducer(new Pushing())
        : () -> transport.registerProducer(new Pulled());
  }

  private JsonObject end() {
    JsonObject end = new JsonObject();
    end.addProperty("value", Latin1.text(transport.value()));
    end.addProperty("producerState", transport.producerState().name().toLowerCase(Locale.ROOT));
    end.addProperty("disconnecting", transport.isDisconnecting());
    end.addProperty("aborting", transport.isAborting());
    end.addProperty("hasProducer", transport.hasProducer());
    return end;
  }

  /** A producer that has nothing to give. */
  private static final class Pushing implements PushProducer {
    @Override
    public void pauseProducing() {}

    @Override
    public void resumeProducing() {}

    @Override
    public void stopProducing() {}
  }

  /** A producer that has nothing to give when it is asked. */
  private static final class Pulled implements PullProducer {
    @Override
    public void resumeProducing() {}

    @Override
    public void stopProducing() {}
  }
}
