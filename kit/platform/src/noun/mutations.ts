import "reflect-metadata";
import { Arg, type ClassType, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Label } from "../limits/limit.ts";

/** What the mutations of a noun answer with. */
export type Answer = (RecordAnswer | PayloadAnswer) & {
  /** For whom they are, said after what each does. Left out: each description says it itself. */
  readonly by?: Label;
};

/** The record, in a payload that each mutation has of its own. */
interface RecordAnswer {
  /** Name of the payload's field, such as `team`. */
  readonly field: string;
  readonly type: ClassType;
  /** Chinese, then English, such as "队伍。The team." */
  readonly description: string;
}

/** A payload that they share. */
interface PayloadAnswer {
  readonly payload: ClassType;
  /** Its field with the record. Left out: the service gives the whole payload. */
  readonly field?: string;
}

type InputOf<Name extends string> = `${Capitalize<Name>}Input`;

/** The files of a noun that its mutations are made of: `formTeam` of its service takes a `FormTeamInput`. */
export interface MutationFiles<Name extends string, Inputs extends InputClasses<Name>> {
  readonly inputs: Inputs;
  readonly service: {
    readonly [One in Name]: (
      context: never,
      input: InstanceType<Inputs[InputOf<One>]>,
    ) => Promise<object>;
  };
}

type InputClasses<Name extends string> = Readonly<Record<InputOf<Name>, ClassType>>;

/**
 * The resolver of a noun's mutations. `formTeam` takes `input: FormTeamInput!` and answers with a
 * `FormTeamPayload`, whose one field is the record.
 *
 * @param descriptions what each does, Chinese, then English; without the full stops where `by` follows.
 */
export function mutations<Name extends string, Inputs extends InputClasses<Name>>(
  answer: Answer,
  { inputs, service }: MutationFiles<NoInfer<Name>, Inputs>,
  descriptions: Readonly<Record<Name, Label | string>>,
): ClassType {
  @Resolver()
  class MutationsResolver {}
  const { prototype } = MutationsResolver;
  for (const name of Object.keys(descriptions) as Name[]) {
    const run = service[name];
    const input = inputs[inputOf(name)];
    const { field, by } = answer;
    const payload = "payload" in answer ? answer.payload : payloadOf(name, answer);
    const value = async (context: never, given: never): Promise<object> => {
      const done = await run(context, given);
      return field === undefined ? done : { [field]: done };
    };
    const description = described(descriptions[name], by);
    Object.defineProperty(prototype, name, { value });
    Ctx()(prototype, name, 0);
    Arg("input", () => input)(prototype, name, 1);
    Mutation(() => payload, { description })(prototype, name, { value });
  }
  return MutationsResolver;
}

function inputOf<Name extends string>(name: Name): InputOf<Name> {
  return `${capitalized(name)}Input` as InputOf<Name>;
}

function described(what: Label | string, by: Label | undefined): string {
  if (typeof what === "string") return what;
  return by ? `${what.zh}（${by.zh}）。${what.en}; for ${by.en}.` : `${what.zh}。${what.en}.`;
}

function capitalized(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function payloadOf(name: string, { field, type, description }: RecordAnswer): ClassType {
  @ObjectType(`${capitalized(name)}Payload`, {
    description: `${name} 的结果。The result of ${name}.`,
  })
  class PayloadOfMutation {}
  Field(() => type, { description })(PayloadOfMutation.prototype, field);
  return PayloadOfMutation;
}
