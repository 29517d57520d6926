// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.protocol;

import dev.assay.protocol.framing.Int16StringReceiver;
import dev.assay.protocol.framing.Int32StringReceiver;
import dev.assay.protocol.framing.Int8StringReceiver;
import dev.assay.protocol.framing.NetstringReceiver;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Recording;
import dev.assay.verification.conformance.language.Trace;

/** Receivers of strings that note what they are told. */
public final class Strings {
  private Strings() {}

  public static Recording playNetstrings(Fields program) {
    int maxLength = program.number("maxLength");
    return Feeding.play(program, trace -> new Netstrings(maxLength, trace));
  }

  public static Recording playInt8(Fields program) {
    int maxLength = program.number("maxLength");
    return Feeding.play(program, trace -> new Int8Strings(maxLength, trace));
  }

  public static Recording playInt16(Fields program) {
    int maxLength = program.number("maxLength");
    return Feeding.play(program, trace -> new Int16Strings(maxLength, trace));
  }

  public static Recording playInt32(Fields program) {
    int maxLength = program.number("maxLength");
    return Feeding.play(program, trace -> new Int32Strings(maxLength, trace));
  }

  private static final class Netstrings extends NetstringReceiver {
    private final Trace trace;

    private Netstrings(int maxLength, Trace trace) {
      super(maxLength);
      this.trace = trace;
    }

    @Override
    protected void stringReceived(byte[] string) {
      trace.add("string", Latin1.text(string));
    }
  }

  private static final class Int8Strings extends Int8StringReceiver {
    private final Trace trace;

    private Int8Strings(int maxLength, Trace trace) {
      super(maxLength);
      this.trace = trace;
    }

    @Override
    protected void stringReceived(byte[] string) {
      trace.add("string", Latin1.text(string));
    }

    @Override
    protected void lengthLimitExceeded(long length) {
      trace.add("tooLong", length);
      super.lengthLimitExceeded(length);
    }
  }

  private static final class Int16Strings extends Int16StringReceiver {
    private final Trace trace;

    private Int16Strings(int maxLength, Trace trace) {
      super(maxLength);
      this.trace = trace;
    }

    @Override
    protected void stringReceived(byte[] string) {
      trace.add("string", Latin1.text(string));
    }

    @Override
    protected void lengthLimitExceeded(long length) {
      trace.add("tooLong", length);
      super.lengthLimitExceeded(length);
    }
  }

  private static final class Int32Strings extends Int32StringReceiver {
    private final Trace trace;

    private Int32Strings(int maxLength, Trace trace) {
      super(maxLength);
      this.trace = trace;
    }

    @Override
    protected void stringReceived(byte[] string) {
      trace.add("string", Latin1.text(string));
    }

    @Override
    protected void lengthLimitExceeded(long length) {
      trace.add("tooLong", length);
      super.lengthLimitExceeded(length);
    }
  }
}
