// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.protocol;

import dev.assay.protocol.framing.LineReceiver;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Recording;
import dev.assay.verification.conformance.language.Trace;
import java.util.Arrays;

/** A receiver of lines that, after lines that a program tells, takes raw data, pauses or closes. */
public final class Lines extends LineReceiver {
  private static final int NEVER = -1;

  private final Trace trace;
  private final int rawAfterLine;
  private final int pauseAfterLine;
  private final int closeAfterLine;
  private int rawLeft;
  private int lines;
  private boolean paused;

  private Lines(Fields program, Trace trace) {
    super(Latin1.bytes(program.text("delimiter")), program.number("maxLength"));
    this.trace = trace;
    this.rawAfterLine = lineNumber(program, "rawAfterLine");
    this.pauseAfterLine = lineNumber(program, "pauseAfterLine");
    this.closeAfterLine = lineNumber(program, "closeAfterLine");
    this.rawLeft = rawAfterLine == NEVER ? 0 : program.number("rawLength");
  }

  public static Recording play(Fields program) {
    return Feeding.play(program, trace -> new Lines(program, trace));
  }

  boolean isPaused() {
    return paused;
  }

  @Override
  protected void lineReceived(byte[] line) {
    trace.add("line", Latin1.text(line));
    int number = lines++;
    if (number == rawAfterLine) {
      setRawMode();
    }
    if (number == pauseAfterLine) {
      paused = true;
      pauseProducing();
    }
    if (number == closeAfterLine) {
      transport().loseConnection();
    }
  }

  @Override
  protected void rawDataReceived(byte[] data) {
    int length = Math.min(rawLeft, data.length);
    rawLeft -= length;
    trace.add("raw", Latin1.text(Arrays.copyOf(data, length)));
    if (rawLeft == 0) {
      byte[] rest = Arrays.copyOfRange(data, length, data.length);
      trace.add("lineMode", Latin1.text(rest));
      setLineMode(rest);
    }
  }

  @Override
  protected void lineLengthExceeded(byte[] data) {
    trace.add("tooLong");
    super.lineLengthExceeded(data);
  }

  private static int lineNumber(Fields program, String name) {
    return program.isGiven(name) ? program.number(name) : NEVER;
  }
}
