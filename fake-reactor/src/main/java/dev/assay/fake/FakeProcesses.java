// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.Objects.requireNonNull;

import dev.assay.fake.network.Host;
import dev.assay.fake.network.Network;
import dev.assay.fake.network.Scripted;
import dev.assay.fake.network.ScriptedEntry;
import dev.assay.ledger.Display;
import dev.assay.pending.Site;
import dev.assay.process.Command;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import dev.assay.process.StartFailedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The child processes of a host, each of which does what a test has scripted for its command.
 *
 * <pre>{@code
 * reactor.processes().script("date", child -> child.out("Thu Jan  1 00:00:00 UTC 1970\n").exit(0));
 * }</pre>
 *
 * @since 0.1
 */
public final class FakeProcesses {
  private final Network network;
  private final Host host;
  private final Map<List<String>, Consumer<FakeChild>> scripts = new LinkedHashMap<>();
  private final ArrayDeque<Scripted<StartFailedException>> failures = new ArrayDeque<>();
  private final List<Command> started = new ArrayList<>();
  private final Set<FakeProcess> open = new LinkedHashSet<>();

  FakeProcesses(Network network, Host host) {
    this.network = network;
    this.host = host;
  }

  /** Sets what a program does, whatever its arguments, from now on. */
  public FakeProcesses script(String program, Consumer<FakeChild> script) {
    return script(List.of(program), script);
  }

  /**
   * Sets what every command does that begins with these words, from now on. If several scripts
   * apply to a command, the one with the most words counts.
   *
   * @param script is called with each process when it starts
   */
  public FakeProcesses script(List<String> words, Consumer<FakeChild> script) {
    network.checkThread("script a process");
    scripts.put(List.copyOf(words), requireNonNull(script, "script"));
    return this;
  }

  /** Returns every command that was started so far. */
  public List<Command> started() {
    return List.copyOf(started);
  }

  ProcessTransport start(Command command, ProcessProtocol protocol) throws StartFailedException {
    network.checkRequest("start a process");
    requireNonNull(protocol, "protocol");
    Scripted<StartFailedException> failure = failures.poll();
    if (failure != null) {
      throw failure.happen();
    }
    Consumer<FakeChild> script = scriptOf(command);
    if (script == null) {
      throw unknown(command);
    }
    started.add(command);
    FakeProcess made =
        new FakeProcess(network, host, started.size(), command, protocol, script, open::remove);
    open.add(made);
    made.open();
    return made;
  }

  /** Makes the next start fail. */
  void failNext(StartFailedException reason, Site site) {
    String what = "the next start of a process fails: " + reason;
    failures.add(new Scripted<>(reason, ScriptedEntry.once(site, () -> what)));
  }

  /** Kills all processes, and notifies their protocols of the end. */
  void closeAll() {
    List.copyOf(open).forEach(process -> process.close(ExitStatus.KILLED));
  }

  /** Ends all processes without notifying anyone, as the host does when it goes down. */
  void crash() {
    List.copyOf(open).forEach(FakeProcess::crash);
  }

  private @Nullable Consumer<FakeChild> scriptOf(Command command) {
    List<String> words = command.words();
    for (int count = words.size(); count > 0; count--) {
      Consumer<FakeChild> script = scripts.get(words.subList(0, count));
      if (script != null) {
        return script;
      }
    }
    return null;
  }

  private StartFailedException unknown(Command command) {
    List<String> known = scripts.keySet().stream().map(words -> String.join(" ", words)).toList();
    return new StartFailedException(
        "cannot start %s: %s has no script for it, but for %s; add one with reactor.processes().script(\"%s\", child -> ...)"
            .formatted(
                Display.of(command.toString()),
                host.name(),
                known.isEmpty() ? "no command" : known,
                command.program()));
  }
}
