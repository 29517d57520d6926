# SPDX-License-Identifier: Apache-2.0
"""What the mixed tests do under Twisted's trial: the same as those in Mix.java."""

from twisted.internet.defer import Deferred, TimeoutError
from twisted.internet.task import Clock
from twisted.protocols.basic import LineReceiver
from twisted.test.proto_helpers import StringTransport


def timer(test):
    clock = Clock()
    fired = []
    clock.callLater(1, fired.append, 1)
    clock.advance(1)
    test.assertEqual(fired, [1])


class Echo(LineReceiver):
    def lineReceived(self, line):
        self.sendLine(line)


def line(test):
    echo = Echo()
    transport = StringTransport()
    echo.makeConnection(transport)
    echo.dataReceived(b"hello\r\n")
    test.assertEqual(transport.value(), b"hello\r\n")
    transport.loseConnection()


def timeout(test):
    clock = Clock()
    answer = Deferred()
    answer.addTimeout(5, clock)
    clock.advance(5)

    def late(failure):
        failure.trap(TimeoutError)
        return "late"

    return answer.addErrback(late)
