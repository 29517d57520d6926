// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

/** Receivers of prefixed strings that note what they are told. */
enum IntStrings {
  INT8(1),
  INT16(2),
  INT32(4);

  final int prefixLength;

  IntStrings(int prefixLength) {
    this.prefixLength = prefixLength;
  }

  IntStringReceiver make(Events events, int maxLength) {
    return switch (this) {
      case INT8 -> new Eight(events, maxLength);
      case INT16 -> new Sixteen(events, maxLength);
      case INT32 -> new ThirtyTwo(events, maxLength);
    };
  }

  /** Returns a string after its length. */
  String frame(String string) {
    StringBuilder whole = new StringBuilder();
    for (int shift = 8 * (prefixLength - 1); shift >= 0; shift -= 8) {
      whole.append((char) (string.length() >>> shift & 0xff));
    }
    return whole.append(string).toString();
  }

  private static final class Eight extends Int8StringReceiver {
    private final Events events;

    private Eight(Events events, int maxLength) {
      super(maxLength);
      this.events = events;
    }

    @Override
    protected void stringReceived(byte[] string) {
      events.add("string", string);
    }

    @Override
    protected void lengthLimitExceeded(long length) {
      events.log.add("tooLong " + length);
      super.lengthLimitExceeded(length);
    }
  }

  private static final class Sixteen extends Int16StringReceiver {
    private final Events events;

    private Sixteen(Events events, int maxLength) {
      super(maxLength);
      this.events = events;
    }

    @Override
    protected void stringReceived(byte[] string) {
      events.add("string", string);
    }

    @Override
    protected void lengthLimitExceeded(long length) {
      events.log.add("tooLong " + length);
      super.lengthLimitExceeded(length);
    }
  }

  private static final class ThirtyTwo extends Int32StringReceiver {
    private final Events events;

    private ThirtyTwo(Events events, int maxLength) {
      super(maxLength);
      this.events = events;
    }

    @Override
    protected void stringReceived(byte[] string) {
      events.add("string", string);
    }

    @Override
    protected void lengthLimitExceeded(long length) {
      events.log.add("tooLong " + length);
      super.lengthLimitExceeded(length);
    }
  }
}
