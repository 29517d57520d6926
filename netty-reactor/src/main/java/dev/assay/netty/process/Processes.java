// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.process;

import static java.util.Objects.requireNonNull;

import dev.assay.ledger.Display;
import dev.assay.netty.loop.Loop;
import dev.assay.netty.thread.DaemonThreads;
import dev.assay.process.Command;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import dev.assay.process.StartFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The child processes of one reactor.
 *
 * @since 0.1
 */
public final class Processes {
  private final Loop loop;
  private final Set<NettyProcess> open = new LinkedHashSet<>();

  /** The threads that serve pipes; a thread ends when it has nothing to do. */
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          0,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          new DaemonThreads("reactor processes"));

  /** Creates a reactor's processes, of which there are none yet. */
  public Processes(Loop loop) {
    this.loop = loop;
  }

  /** Starts a process. */
  public ProcessTransport start(Command command, ProcessProtocol protocol)
      throws StartFailedException {
    loop.checkRequest("start a process");
    requireNonNull(protocol, "protocol");
    Process child = launch(command);
    NettyProcess made = new NettyProcess(loop, threads, child, command, protocol, open::remove);
    open.add(made);
    made.open();
    return made;
  }

  /** Kills all processes, and notifies their protocols of the end. */
  public void closeAll() {
    List<NettyProcess> killed = List.copyOf(open);
    killed.forEach(NettyProcess::signalKill);
    killed.forEach(NettyProcess::close);
  }

  /** Kills all processes that are left, and ends the threads. */
  public void close() {
    for (NettyProcess left : List.copyOf(open)) {
      left.signalKill();
      left.ended();
    }
    threads.shutdown();
  }

  private static Process launch(Command command) throws StartFailedException {
    ProcessBuilder builder = new ProcessBuilder(command.words());
    builder.environment().putAll(command.environment());
    Path directory = command.directory();
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    try {
      return builder.start();
    } catch (IOException e) {
      String advice =
          directory == null || Files.isDirectory(directory)
              ? "check that the program exists and may be executed, or give its full path"
              : "its directory does not exist: " + directory;
      throw new StartFailedException(
          "cannot start " + Display.of(command.toString()) + " (" + e.getMessage() + "); " + advice,
          e);
    }
  }
}
