import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type Robot, type RobotText, fittingTexts, robotFault, robotPost } from "./robots.ts";

const ROBOTS: readonly Robot[] = ["ROBOT_WECOM", "ROBOT_DINGTALK", "ROBOT_FEISHU"];
const text: fc.Arbitrary<RobotText> = fc.record({
  title: fc.string({ unit: "binary", maxLength: 200 }),
  lines: fc.array(fc.string({ unit: "binary", maxLength: 300 }), { maxLength: 5 }),
});
const to = { address: "https://robot.example/send?key=k", secret: "", now: new Date(0) };

/** What a group reads of a request. */
function shown(body: string): string {
  const { markdown, content } = JSON.parse(body);
  return markdown?.content ?? markdown?.text ?? content.text;
}

describe("a message to a robot", () => {
  it("is no longer than the service takes, and leaves out nothing that fits", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROBOTS),
        fc.array(text, { minLength: 1, maxLength: 40 }),
        (robot, texts) => {
          const count = fittingTexts(robot, texts);
          const bytes = (of: readonly RobotText[]) =>
            Buffer.byteLength(shown(robotPost(robot, of, to).body));
          expect(count).toBeGreaterThanOrEqual(1);
          expect(bytes(texts.slice(0, count))).toBeLessThanOrEqual(4096);
          if (count < texts.length) expect(bytes(texts.slice(0, count + 1))).toBeGreaterThan(3990);
        },
      ),
    );
  });

  it("shows texts as they are: no link, mention, format or line of theirs is one", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROBOTS), text, (robot, one) => {
        const lines = shown(robotPost(robot, [one], to).body).split("\n");
        expect(lines).toHaveLength(1 + one.lines.length);
        for (const line of lines)
          expect(line.replace(/^(?:\*\*(.*)\*\*|>|- |#### )/s, "$1")).not.toMatch(
            /[<>[\]*_`#@\\\r]/,
          );
      }),
    );
  });
});

describe("the answer of a robot", () => {
  it("says in its body whether it took the message", () => {
    for (const taken of ['{"errcode":0,"errmsg":"ok"}', '{"code":0,"data":{}}', '{"StatusCode":0}'])
      expect(robotFault(taken)).toBeUndefined();
    expect(robotFault('{"errcode":45009}')).toMatchObject({ retryAfterMs: 60_000 });
    expect(robotFault('{"errcode":130101}')).toMatchObject({ retryAfterMs: 600_000 });
    expect(robotFault('{"code":11232}')).toMatchObject({ retryAfterMs: 60_000 });
    expect(robotFault('{"errcode":310000,"errmsg":"sign not match"}')).toEqual({
      error: "The robot did not take the message: code 310000.",
    });
    for (const other of ["", "ok", "<html>", "[]", "null", '{"errcode":"0"}'])
      expect(robotFault(other)?.error).toBe("The answer was not that of a group robot.");
  });
});
