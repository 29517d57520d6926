// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.deferred.Deferred;
import dev.assay.fake.event.Lookup;
import dev.assay.fake.timeline.Event;
import dev.assay.fake.timeline.VirtualCall;
import dev.assay.pending.Site;
import dev.assay.protocol.DnsLookupException;
import dev.assay.reactor.rules.Addresses;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names that a host can look up, and every lookup so far.
 *
 * @since 0.1
 */
public final class Names {
  private final Network network;
  private final Host host;
  private final Function<String, @Nullable InetAddress> hosts;
  private final Map<String, List<InetAddress>> added = new LinkedHashMap<>();
  private final Map<String, Scripted<DnsLookupException>> failing = new LinkedHashMap<>();
  private final List<Lookup> lookups = new ArrayList<>();
  private Duration delay = Duration.ZERO;

  /**
   * Creates the names of a host.
   *
   * @param hosts returns the address of a host by its name, or null if there is none
   */
  Names(Network network, Host host, Function<String, @Nullable InetAddress> hosts) {
    this.network = network;
    this.host = host;
    this.hosts = hosts;
  }

  /** Adds a name with its addresses. A name without addresses is not found. */
  public void add(String name, InetAddress... addresses) {
    network.checkThread("change the names");
    Scripted<DnsLookupException> before = failing.remove(name);
    if (before != null) {
      before.happen();
    }
    added.put(name, List.of(addresses));
  }

  /** Makes every lookup of a name fail, until the name is added. */
  public void fail(String name, DnsLookupException reason, Site site) {
    String what = "look-ups of " + name + " fail: " + reason;
    failing.put(name, new Scripted<>(reason, ScriptedEntry.rule(site, () -> what)));
  }

  /** Makes every lookup of a name take the given time. The lookup of an address takes no time. */
  public void delay(Duration each) {
    network.checkThread("change the names");
    if (each.isNegative()) {
      throw new IllegalArgumentException("each must not be negative: " + each);
    }
    delay = each;
  }

  /** Returns every lookup so far, including those of attempts to connect. */
  public List<Lookup> lookups() {
    return List.copyOf(lookups);
  }

  /** Resolves a name, or an address, which needs no lookup. */
  public Deferred<List<InetAddress>> resolve(String name) {
    network.checkRequest("resolve");
    lookups.add(new Lookup(network.elapsed(), name));
    network.trace(host, "resolve", name, "");
    InetAddress literal = Addresses.literal(name);
    if (literal != null) {
      return Deferred.succeed(List.of(literal));
    }
    if (delay.isZero()) {
      Deferred<List<InetAddress>> known = new Deferred<>();
      answer(known, name);
      return known;
    }
    Answer answer = new Answer();
    Deferred<List<InetAddress>> asked = new Deferred<>(answer::cancel);
    answer.call = network.later(delay, new Event("look-up of", name, () -> answer(asked, name)));
    return asked;
  }

  private void answer(Deferred<List<InetAddress>> asked, String name) {
    try {
      List<InetAddress> found = find(name);
      network.trace(host, "resolved", name, found.get(0).getHostAddress());
      asked.callback(found);
    } catch (DnsLookupException notFound) {
      network.trace(host, "notFound", name, "");
      asked.errback(notFound);
    }
  }

  private List<InetAddress> find(String name) throws DnsLookupException {
    Scripted<DnsLookupException> scripted = failing.get(name);
    if (scripted != null) {
      throw scripted.happen();
    }
    List<InetAddress> known = added.get(name);
    if (known == null) {
      known = name.equals("localhost") ? List.of(Addresses.ipv4(127, 0, 0, 1)) : hostsCalled(name);
    }
    if (known.isEmpty()) {
      throw new DnsLookupException(name + " has no address known to " + host.name());
    }
    return known;
  }

  private List<InetAddress> hostsCalled(String name) {
    InetAddress called = hosts.apply(name);
    return called == null ? List.of() : List.of(called);
  }

  /** An answer that has not arrived yet. */
  private static final class Answer {
    private @Nullable VirtualCall call;

    private void cancel(Deferred<List<InetAddress>> asked) {
      if (call != null && call.isActive()) {
        call.cancel();
      }
    }
  }
}
