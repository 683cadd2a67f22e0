import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { AgreementState } from "../nouns/agreement/agreement.entity.ts";
import {
  type AgreementSetting,
  DRAFT,
  PROPOSE,
  SIGN,
  TERMINATE,
  WITHDRAW,
  createAgreementSetting,
  draftInput,
} from "./agreement-setting.ts";

let setting: AgreementSetting;
beforeAll(async () => {
  setting = await createAgreementSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

type Step = "propose" | "withdraw" | "terminate" | "sign a" | "sign b" | "sign base" | "term over";
const steps = fc.array(
  fc.constantFrom<Step>(
    "propose",
    "propose",
    "withdraw",
    "terminate",
    "sign a",
    "sign b",
    "sign base",
    "term over",
  ),
  { minLength: 1, maxLength: 12 },
);

/** The state a step leads to, or the error it meets. */
type Outcome = AgreementState | "BAD_USER_INPUT" | "CONFLICT" | "ILLEGAL_TRANSITION";

/** The design's state machine, written once more and differently: what each step leads to, or its error. */
class Model {
  state: AgreementState = "DRAFT";
  readonly signed = new Set<Step>();
  over = false;

  take(step: Step): Outcome {
    if (step === "term over") {
      this.over = true;
      if (this.state === "ACTIVE") this.state = "EXPIRED";
      return this.state;
    }
    if (step.startsWith("sign")) return this.sign(step);
    if (step === "propose" && this.state === "DRAFT")
      return this.over ? "BAD_USER_INPUT" : (this.state = "PROPOSED");
    if (step === "withdraw" && this.state === "PROPOSED" && this.signed.size === 0)
      return (this.state = "DRAFT");
    if (step === "terminate" && (this.state === "PROPOSED" || this.state === "ACTIVE"))
      return (this.state = "TERMINATED");
    return "ILLEGAL_TRANSITION";
  }

  private sign(step: Step): Outcome {
    if (this.signed.has(step)) return "CONFLICT";
    if (this.state !== "PROPOSED") return "ILLEGAL_TRANSITION";
    if (this.over) return "BAD_USER_INPUT";
    this.signed.add(step);
    return this.signed.size === 3 ? (this.state = "ACTIVE") : this.state;
  }
}

async function take(id: string, step: Step): Promise<string> {
  const { units, people, secretary } = setting;
  if (step === "term over") {
    setting.clock.now = new Date("2027-01-01T00:00:00+08:00");
    return (await setting.call(secretary, `{ agreement(id: "${id}") { state } }`)).data.agreement
      .state;
  }
  const { viewer, document, input } = {
    propose: { viewer: secretary, document: PROPOSE, input: {} },
    withdraw: { viewer: secretary, document: WITHDRAW, input: {} },
    terminate: { viewer: secretary, document: TERMINATE, input: { reason: "搬迁" } },
    "sign a": { viewer: people.a, document: SIGN, input: { organizationId: units.a } },
    "sign b": { viewer: people.b, document: SIGN, input: { organizationId: units.b } },
    "sign base": { viewer: people.base, document: SIGN, input: { organizationId: units.base } },
  }[step];
  const { code, data } = await setting.call(viewer, document, { input: { id, ...input } });
  return (
    code ?? Object.values<{ agreement: { state: string } }>(data)[0]?.agreement.state ?? "nothing"
  );
}

describe("any sequence of steps", () => {
  it("leads where the design says, step by step", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        setting.clock.now = new Date("2026-03-01T00:00:00Z");
        const drafted = await setting.call(setting.secretary, DRAFT, {
          input: draftInput(setting),
        });
        const { id } = drafted.data.draftAgreement.agreement;
        const model = new Model();
        for (const step of sequence) {
          const expected = model.take(step);
          expect([step, await take(id, step)]).toEqual([step, expected]);
        }
        const row = await setting.admin.query(
          `select count(*) filter (where signed_at is not null)::int as signed from resources.agreement_party where agreement_id = $1`,
          [id],
        );
        expect(row.rows[0].signed).toBe(model.signed.size);
      }),
      { numRuns: 60 },
    );
  });
});
