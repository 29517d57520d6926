// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.reactor;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.deferred.Deferred;
import dev.assay.protocol.DnsLookupException;
import dev.assay.reactor.ReactorNames;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** The checks of name lookups. */
final class NameChecks {
  static final List<Rule> RULES =
      List.of(
          names(
              "an-address-is-its-own",
              "An address, of either family, resolves to itself.",
              NameChecks::literal),
          names(
              "localhost",
              "The name localhost has addresses, all of which lead back.",
              NameChecks::localhost),
          names(
              "unknown-fails",
              "To look up a name without an address fails with DnsLookupException.",
              NameChecks::unknown),
          names(
              "again", "A name that is looked up again has the same addresses.", NameChecks::again),
          names(
              "several-at-once",
              "Names can be looked up at the same time, each with its own outcome.",
              NameChecks::several));

  private NameChecks() {}

  private static Rule names(String name, String meaning, Rule.Body body) {
    return Rule.of("names." + name, meaning, body, ReactorNames.class);
  }

  private static Deferred<List<InetAddress>> ask(Rig rig, String name) {
    return rig.get(() -> rig.reactor(ReactorNames.class).resolve(name));
  }

  private static List<InetAddress> resolve(Rig rig, String name) {
    return rig.value(name + " is looked up", ask(rig, name));
  }

  private static void literal(Rig rig) {
    for (String address : List.of("192.0.2.7", "2001:db8:0:0:0:0:0:7")) {
      List<InetAddress> found = resolve(rig, address);
      Expect.equal(
          "the addresses",
          List.of(address),
          found.stream().map(InetAddress::getHostAddress).toList());
    }
  }

  private static void localhost(Rig rig) {
    List<InetAddress> found = resolve(rig, "localhost");

    Expect.isTrue("there must be an address", !found.isEmpty());
    Expect.isTrue(
        "all must lead back: " + found, found.stream().allMatch(InetAddress::isLoopbackAddress));
  }

  private static void unknown(Rig rig) {
    rig.failure(DnsLookupException.class, "the outcome", ask(rig, rig.subject().unknownName()));
  }

  private static void again(Rig rig) {
    Expect.equal("the addresses", resolve(rig, "localhost"), resolve(rig, "localhost"));
  }

  private static void several(Rig rig) {
    List<Deferred<List<InetAddress>>> asked = new ArrayList<>();
    rig.run(
        () -> {
          for (int i = 1; i <= 5; i++) {
            asked.add(ask(rig, "192.0.2." + i));
          }
        });
    Deferred<List<InetAddress>> unknown = ask(rig, rig.subject().unknownName());
    for (int i = 1; i <= 5; i++) {
      List<InetAddress> found = rig.value("the look-up ends", asked.get(i - 1));
      Expect.equal("the address", "192.0.2." + i, found.get(0).getHostAddress());
    }

    rig.failure(DnsLookupException.class, "the outcome", unknown);
  }
}
