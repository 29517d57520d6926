// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CaseTest {
  static List<String> kinds() {
    return OwnCases.kinds().toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void judge_recordingWithAnyDetailChanged_fails(String kind) {
    assertThat(OwnCases.sample(kind).flatMap(line -> Doctor.spoil(line).stream()))
        .hasSizeGreaterThan(100)
        .filteredOn(wrong -> !(judge(wrong) instanceof Verdict.Failed))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                                       | line must be an object: []
          {'id':'deferred-1'} {}                                   | not JSON
          {'steps':[]}                                             | id is missing in {"steps":[]}
          {'id':7}                                                 | id must be a text: 7
          {'id':'deferred-1','trace':{}}                           | trace must be an array: {}
          {'id':'deferred-1','trace':[],'final':{}}                | deferreds is missing in
          {'id':'deferred-1','trace':[],'final':{},'deferreds':{}} | steps is missing in
          """)
  void judge_notACase_failsAndSaysWhy(String line, String why) {
    assertMalformed(line, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'op':'sing'}                                             | unknown op sing in {"op":"sing"}
          {'on':'d'}                                                | op is missing in {"on":"d"}
          {'op':'cancel'}                                           | on is missing in {"op":"cancel"}
          {'op':'cancel','on':'e'}                                  | nothing makes a Deferred named e
          {'op':'release','on':'d'}                                 | nothing makes a lock or semaphore named d
          {'op':'errback','on':'d','error':'E9'}                    | error must be E0, E1 or E2: E9
          {'op':'jump','ticks':1.5}                                 | ticks must be a whole number: 1.5
          {'op':'jump','ticks':'1'}                                 | ticks must be a whole number: "1"
          {'op':'gather','name':'g','of':['d'],'consumeErrors':1}   | consumeErrors must be true or false: 1
          {'op':'both','on':'d','label':'b','fn':{}}                | a function must have one outcome: {}
          {'op':'both','on':'d','label':'b','fn':{'sing':1}}        | unknown outcome sing in {"sing":1}
          {'op':'both','on':'d','label':'b','fn':{'same':true,'return':1}} | a function must have one outcome
          {'op':'both','on':'d','label':'b','fn':{'do':[{'op':'sing'}],'same':true}} | unknown op sing
          """)
  void judge_unknownStep_failsAndSaysWhy(String step, String why) {
    assertMalformed(
        "{'id':'deferred-1','deferreds':{'d':{}},'trace':[],'final':{},'steps':[" + step + "]}",
        why);
  }

  @Test
  void judge_unknownCanceller_failsAndSaysWhy() {
    assertMalformed(
        "{'id':'deferred-1','deferreds':{'d':{'canceller':{}}},'trace':[],'final':{},'steps':[]}",
        "unknown canceller {}");
  }

  @Test
  void judge_unknownPlan_failsAndSaysWhy() {
    assertMalformed(
        "{'id':'looping-1','plan':[{'sings':1}],'withCount':false,'trace':[],'final':{},'steps':[]}",
        "unknown behaviour sings in plan: {\"sings\":1}");
  }

  @Test
  void judge_errorOfAnInterpreter_fails() {
    Verdict verdict =
        judge(
            "{'id':'looping-1','plan':[],'withCount':false,'now':true,'interval':-1,'startAt':0,"
                + "'trace':[],'final':{},'steps':[]}");

    assertThat(verdict)
        .isEqualTo(
            new Verdict.Failed(
                "looping",
                "looping-1 (some.jsonl:7) broke the interpreter:"
                    + " java.lang.IllegalArgumentException: interval must not be negative:"
                    + " PT-0.001S"));
  }

  @Test
  void judge_waitingForADeferredThatWasChained_needsTheChain() {
    String step = "{'op':'callback','on':'d','value':'v'}";
    String chain = ",{'op':'chain','from':'e','to':'d'}";
    String end =
        "{'d':{'called':true,'state':'waiting','on':'e'},'e':{'called':false,'state':'pending'}}";

    assertThat(judge(program(step + chain, end))).isInstanceOf(Verdict.Passed.class);
    assertThat(judge(program(step, end))).isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void judge_timesWithMoreDigitsThanAClockCounts_areComparedToTheMicrosecond() {
    List<String> events = new ArrayList<>();
    double delay = 0.5;
    double now = 0;
    for (int i = 0; i < 12; i++) {
      delay *= 1.5;
      now += delay;
      events.add("['delay',%s],['connect',%s]".formatted(delay, now));
    }
    String program =
        "{'id':'reconnect-1','initialDelay':0.5,'factor':1.5,'maxDelay':3600,'maxRetries':null,"
            + "'steps':[%s],'events':[%s]}"
                .formatted(
                    String.join(",", Collections.nCopies(12, "{'op':'lost'}")),
                    String.join(",", events));

    assertThat(judge(program)).isInstanceOf(Verdict.Passed.class);
    assertThat(judge(program.replace("28.83", "28.84"))).isInstanceOf(Verdict.Failed.class);
  }

  private static String program(String steps, String end) {
    return "{'id':'deferred-1','deferreds':{'d':{},'e':{}},'trace':[],'steps':["
        + steps
        + "],'final':"
        + end
        + "}";
  }

  private static void assertMalformed(String line, String why) {
    assertThat(judge(line))
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            failed ->
                assertThat(failed.report())
                    .contains("some.jsonl:7")
                    .contains(" is malformed: " + why));
  }

  private static Verdict judge(String line) {
    return new Case("some.jsonl:7", "some", line.replace('\'', '"')).judge();
  }
}
