// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.deferred.Deferred;
import dev.assay.fake.bytes.Bytes;
import dev.assay.fake.event.ByteText;
import dev.assay.fake.network.ScriptedEntry;
import dev.assay.ledger.Belonging;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The other side of a conversation with a known script: it expects some bytes and answers with
 * others.
 *
 * <pre>{@code
 * ScriptedPeer server =
 *     new ScriptedPeer()
 *         .answer("220 ready\r\n")
 *         .expect("QUIT\r\n")
 *         .answer("221 bye\r\n")
 *         .hangUp();
 * …
 * server.assertFinished();
 * }</pre>
 *
 * <p>Unexpected bytes cause an {@link AssertionError}, thrown where they are received and again by
 * {@link #assertFinished()}. The way in which the bytes are cut makes no difference.
 *
 * @since 0.1
 */
public final class ScriptedPeer extends Protocol {
  private final ArrayDeque<Step> script = new ArrayDeque<>();
  private final List<Deferred<ScriptedPeer>> waiting = new ArrayList<>();
  private final @Nullable Belonging whose = Belonging.of(this);
  private byte[] received = {};
  private @Nullable AssertionError failure;

  /** The ledger entry of the steps left to do; it is settled when the test has been informed. */
  private @Nullable ScriptedEntry entry;

  /** Creates a peer that expects nothing and sends nothing. */
  public ScriptedPeer() {}

  /** Adds bytes that must be received, all of them before the script continues. */
  public ScriptedPeer expect(byte[] data) {
    return add(new Step(Verb.EXPECT, data.clone()));
  }

  /** Adds text, in UTF-8, that must be received, all of it before the script continues. */
  public ScriptedPeer expect(String text) {
    return expect(text.getBytes(UTF_8));
  }

  /** Adds bytes to be sent in one write. */
  public ScriptedPeer answer(byte[] data) {
    return add(new Step(Verb.ANSWER, data.clone()));
  }

  /** Adds text, in UTF-8, to be sent in one write. */
  public ScriptedPeer answer(String text) {
    return answer(text.getBytes(UTF_8));
  }

  /** Adds a step that closes the connection. */
  public ScriptedPeer hangUp() {
    return add(new Step(Verb.HANG_UP, new byte[0]));
  }

  /** Returns whether all steps are done. */
  public boolean isFinished() {
    ScriptedEntry.happened(entry);
    return script.isEmpty() && failure == null;
  }

  /**
   * Returns a Deferred that fires with this peer when it is finished, and fails if it can never
   * finish.
   */
  public Deferred<ScriptedPeer> whenFinished() {
    Belonging.check(whose, "wait for the end of");
    Deferred<ScriptedPeer> end = new Deferred<>();
    waiting.add(end);
    tellWaiting();
    return end;
  }

  /**
   * Checks that all steps are done.
   *
   * @throws AssertionError if something else was received, or if steps are left to do
   */
  public void assertFinished() {
    ScriptedEntry.happened(entry);
    if (failure != null) {
      throw new AssertionError(failure.getMessage(), failure);
    }
    if (!script.isEmpty()) {
      throw new AssertionError("the peer is not finished; " + left());
    }
  }

  /** Returns {@code ScriptedPeer [left to do: expect "QUIT\r\n"]}. */
  @Override
  public String toString() {
    String how = failure != null ? "failed" : script.isEmpty() ? "finished" : left();
    return "ScriptedPeer [" + how + "]";
  }

  @Override
  protected void connectionMade() {
    proceed();
  }

  @Override
  public void dataReceived(byte[] data) {
    received = Bytes.join(List.of(received, data));
    proceed();
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  protected void connectionLost(ConnectionClosedException reason) {
    if (!script.isEmpty()) {
      fail(
          "the connection is over (%s) and the peer is not finished; %s"
              .formatted(reason.getMessage(), left()));
    }
    tellWaiting();
  }

  private ScriptedPeer add(Step step) {
    Belonging.check(whose, "change the script of");
    script.add(step);
    if (entry == null) {
      entry = ScriptedEntry.once(this::state);
    } else {
      entry.open();
    }
    if (isConnected()) {
      proceed();
    }
    return this;
  }

  private void proceed() {
    while (failure == null && !script.isEmpty() && isDone(script.getFirst())) {}
    if (failure == null && script.isEmpty() && received.length > 0) {
      fail("the peer expects nothing more, and received " + ByteText.brief(received));
    }
    if (failure != null || script.isEmpty()) {
      ScriptedEntry.happened(entry);
    }
    tellWaiting();
  }

  /** Performs a step and removes it, or returns false if the step must wait for more bytes. */
  private boolean isDone(Step step) {
    if (step.verb == Verb.EXPECT && !hasReceived(step.data)) {
      return false;
    }
    script.removeFirst();
    if (step.verb == Verb.ANSWER) {
      transport().write(step.data);
    } else if (step.verb == Verb.HANG_UP) {
      transport().loseConnection();
    }
    return true;
  }

  private boolean hasReceived(byte[] expected) {
    int same = Arrays.mismatch(received, expected);
    if (same < 0 || same == expected.length) {
      received = Arrays.copyOfRange(received, expected.length, received.length);
      return true;
    }
    if (same < received.length) {
      fail(
          "the peer expected %s and received %s, which differs at byte %d"
              .formatted(ByteText.brief(expected), ByteText.brief(received), same));
    }
    return false;
  }

  private void fail(String why) {
    if (failure == null) {
      failure = new AssertionError(why);
    }
  }

  private void tellWaiting() {
    if (failure == null && !script.isEmpty()) {
      return;
    }
    List<Deferred<ScriptedPeer>> told = List.copyOf(waiting);
    waiting.clear();
    if (!told.isEmpty()) {
      ScriptedEntry.happened(entry);
    }
    for (Deferred<ScriptedPeer> each : told) {
      if (failure == null) {
        each.callback(this);
      } else {
        each.errback(failure);
      }
    }
  }

  private String state() {
    String how = failure == null ? "" : "; its connection is over";
    return "ScriptedPeer is not finished; " + left() + how;
  }

  /** Returns {@code left to do: expect "QUIT\r\n" (has "QU"), hang up}. */
  private String left() {
    String has = received.length == 0 ? "" : " (has " + ByteText.brief(received) + ")";
    return script.stream()
        .map(step -> step + (step == script.getFirst() ? has : ""))
        .collect(Collectors.joining(", ", "left to do: ", ""));
  }

  private enum Verb {
    EXPECT,
    ANSWER,
    HANG_UP
  }

  /** One step of the script. */
  private static final class Step {
    private final Verb verb;
    private final byte[] data;

    private Step(Verb verb, byte[] data) {
      this.verb = verb;
      this.data = data;
    }

    @Override
    public String toString() {
      return switch (verb) {
        case EXPECT -> "expect " + ByteText.brief(data);
        case ANSWER -> "answer " + ByteText.brief(data);
        case HANG_UP -> "hang up";
      };
    }
  }
}
