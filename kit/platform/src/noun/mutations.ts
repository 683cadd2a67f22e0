import "reflect-metadata";
import { Arg, type ClassType, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";

/** A mutation that takes an input and answers with the record that it made or changed. */
export interface RecordMutation<Context, Row> {
  readonly input: ClassType;
  readonly run: (context: Context, input: never) => Promise<Row>;
  /** What it does and who may; Chinese, then English. */
  readonly description: string;
}

/** A mutation: its input, the function of the service that does it, and its description. */
export function mutation<Context, Input extends object, Row>(
  input: ClassType<Input>,
  run: (context: Context, input: Input) => Promise<Row>,
  description: string,
): RecordMutation<Context, Row> {
  return { input, run, description };
}

/** The record that mutations answer with. */
export interface AnsweredRecord {
  /** Name of the payload's field, such as `team`. */
  readonly field: string;
  readonly type: ClassType;
  /** Chinese, then English, such as "队伍。The team." */
  readonly description: string;
}

/**
 * The resolver of a noun's mutations, by their names. `formTeam` takes `input: FormTeamInput!` and answers
 * with a `FormTeamPayload`, whose one field is the record.
 */
export function mutations<Context, Row>(
  answered: AnsweredRecord,
  fields: Readonly<Record<string, RecordMutation<Context, Row>>>,
): ClassType {
  @Resolver()
  class MutationsResolver {}
  const { prototype } = MutationsResolver;
  for (const [name, { input, run, description }] of Object.entries(fields)) {
    const payload = payloadOf(name, answered);
    const value = async (given: never, context: Context): Promise<object> => ({
      [answered.field]: await run(context, given),
    });
    Object.defineProperty(prototype, name, { value });
    Arg("input", () => input)(prototype, name, 0);
    Ctx()(prototype, name, 1);
    Mutation(() => payload, { description })(prototype, name, { value });
  }
  return MutationsResolver;
}

function payloadOf(name: string, { field, type, description }: AnsweredRecord): ClassType {
  @ObjectType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`, {
    description: `${name} 的结果。The result of ${name}.`,
  })
  class PayloadOfMutation {}
  Field(() => type, { description })(PayloadOfMutation.prototype, field);
  return PayloadOfMutation;
}
