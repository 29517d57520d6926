// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.deferred.Deferred;
import dev.assay.fake.bytes.Bytes;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A protocol that records all its events and sends nothing. When its connection is over, {@link
 * #whenDisconnected()} fires.
 *
 * @since 0.1
 */
public final class AccumulatingProtocol extends Protocol {
  private final List<byte[]> chunks = new ArrayList<>();
  private final List<Deferred<AccumulatingProtocol>> waiting = new ArrayList<>();
  private boolean made;
  private @Nullable ConnectionClosedException closedReason;

  /** Creates a protocol that has recorded nothing. */
  public AccumulatingProtocol() {}

  /** Returns all bytes that were received. */
  public byte[] data() {
    return Bytes.join(chunks);
  }

  /** Returns all bytes that were received, as text. */
  public String data(Charset charset) {
    return new String(data(), charset);
  }

  /** Returns the bytes that were received, in the chunks in which they arrived. */
  public List<byte[]> chunks() {
    return chunks.stream().map(byte[]::clone).toList();
  }

  /** Returns whether the connection was made. */
  public boolean isMade() {
    return made;
  }

  /** Returns whether the connection is over. */
  public boolean isClosed() {
    return closedReason != null;
  }

  /** Returns why the connection is over, or null while it is not. */
  public @Nullable ConnectionClosedException closedReason() {
    return closedReason;
  }

  /** Returns a Deferred that fires with this protocol when its connection is made. */
  public Deferred<AccumulatingProtocol> whenMade() {
    if (made) {
      return Deferred.succeed(this);
    }
    Deferred<AccumulatingProtocol> making = new Deferred<>();
    waiting.add(making);
    return making;
  }

  @Override
  protected void connectionMade() {
    made = true;
    List<Deferred<AccumulatingProtocol>> told = List.copyOf(waiting);
    waiting.clear();
    told.forEach(each -> each.callback(this));
  }

  @Override
  public void dataReceived(byte[] data) {
    chunks.add(data);
  }

  @Override
  protected void connectionLost(ConnectionClosedException reason) {
    closedReason = reason;
  }
}
