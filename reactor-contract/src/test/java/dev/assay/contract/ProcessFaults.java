// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.fake.FakeReactor;
import dev.assay.process.Command;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import dev.assay.process.StartFailedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** Reactors that break a rule about child processes. */
final class ProcessFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault("a start is told at once", "process.start.not-inside-the-request", Eager::new),
          new Fault(
              "a start fails later", "process.start.no-such-program-is-refused", Trusting::new),
          new Fault("variables are forgotten", "process.start.environment", Bare::new),
          new Fault("outputs are mixed", "process.out.apart-from-errors", Mixing::new),
          new Fault("output is lost", "process.out.in-order", Lossy::new),
          new Fault("each exit is a success", "process.exit.code", Praising::new),
          new Fault("an exit is told twice", "process.exit.after-all-output", Twice::new),
          new Fault("input is lost", "process.in.reaches-it", Deaf::new),
          new Fault("the end of input is lost", "process.in.end-ends-it", Open::new),
          new Fault("input is not copied", "process.in.written-is-copied", Late::new),
          new Fault("to kill is only to ask", "process.kill.ends-it", Mild::new),
          new Fault("to ask is to kill", "process.terminate.can-be-refused", Rude::new),
          new Fault("the dead run", "process.exit.is-not-running", Undead::new),
          new Fault("a command gets no input", "process.run.input", Deaf::new),
          new Fault("to cancel does not kill", "process.run.cancel-kills", Immortal::new));

  private ProcessFaults() {}

  /** Returns a reactor that passes everything on and breaks nothing. */
  static Object harmless(FakeReactor fake) {
    return new ProcessRelay(fake) {};
  }

  private static final class Eager extends ProcessRelay {
    Eager(FakeReactor fake) {
      super(fake);
    }

    @Override
    public ProcessTransport startProcess(Command command, ProcessProtocol user)
        throws StartFailedException {
      ProcessTransport process = super.startProcess(command, user);
      user.makeConnection(process);
      return process;
    }

    @Override
    void started(ProcessProtocol user, ProcessTransport process) {}
  }

  private static final class Trusting extends ProcessRelay {
    Trusting(FakeReactor fake) {
      super(fake);
      fake.processes().script("no-such-program-as-this", child -> child.exit(127));
    }
  }

  private static final class Bare extends ProcessRelay {
    Bare(FakeReactor fake) {
      super(fake);
    }

    @Override
    public ProcessTransport startProcess(Command command, ProcessProtocol user)
        throws StartFailedException {
      return super.startProcess(new Command(command.words(), null, new LinkedHashMap<>()), user);
    }
  }

  private static final class Mixing extends ProcessRelay {
    Mixing(FakeReactor fake) {
      super(fake);
    }

    @Override
    void err(ProcessProtocol user, byte[] data) {
      user.outReceived(data);
    }
  }

  private static final class Lossy extends ProcessRelay {
    private int pieces;

    Lossy(FakeReactor fake) {
      super(fake);
    }

    @Override
    void out(ProcessProtocol user, byte[] data) {
      if (++pieces != 10) {
        super.out(user, data);
      }
    }
  }

  private static final class Praising extends ProcessRelay {
    Praising(FakeReactor fake) {
      super(fake);
    }

    @Override
    void ended(ProcessProtocol user, ExitStatus status) {
      super.ended(user, new ExitStatus(0));
    }
  }

  private static final class Twice extends ProcessRelay {
    Twice(FakeReactor fake) {
      super(fake);
    }

    @Override
    void exited(ProcessProtocol user, ExitStatus status) {
      super.exited(user, status);
      super.exited(user, status);
    }
  }

  private static final class Deaf extends ProcessRelay {
    Deaf(FakeReactor fake) {
      super(fake);
    }

    @Override
    ProcessTransport between(ProcessTransport real) {
      return new Passing(real) {
        @Override
        public void write(byte[] data) {}
      };
    }
  }

  private static final class Open extends ProcessRelay {
    Open(FakeReactor fake) {
      super(fake);
    }

    @Override
    ProcessTransport between(ProcessTransport real) {
      return new Passing(real) {
        @Override
        public void closeInput() {}
      };
    }
  }

  private static final class Late extends ProcessRelay {
    Late(FakeReactor fake) {
      super(fake);
    }

    @Override
    ProcessTransport between(ProcessTransport real) {
      return new Passing(real) {
        @Override
        public void write(byte[] data) {
          fake().callLater(Duration.ZERO, () -> super.write(data));
        }

        @Override
        public void closeInput() {
          fake().callLater(Duration.ZERO, super::closeInput);
        }
      };
    }
  }

  private static final class Mild extends ProcessRelay {
    Mild(FakeReactor fake) {
      super(fake);
    }

    @Override
    ProcessTransport between(ProcessTransport real) {
      return new Passing(real) {
        @Override
        public void kill() {
          super.terminate();
        }
      };
    }
  }

  private static final class Rude extends ProcessRelay {
    Rude(FakeReactor fake) {
      super(fake);
    }

    @Override
    ProcessTransport between(ProcessTransport real) {
      return new Passing(real) {
        @Override
        public void terminate() {
          super.kill();
        }
      };
    }
  }

  private static final class Undead extends ProcessRelay {
    Undead(FakeReactor fake) {
      super(fake);
    }

    @Override
    ProcessTransport between(ProcessTransport real) {
      return new Passing(real) {
        @Override
        public boolean isRunning() {
          return true;
        }
      };
    }
  }

  private static final class Immortal extends ProcessRelay {
    Immortal(FakeReactor fake) {
      super(fake);
    }

    @Override
    ProcessTransport between(ProcessTransport real) {
      return new Passing(real) {
        @Override
        public void kill() {}
      };
    }
  }
}
