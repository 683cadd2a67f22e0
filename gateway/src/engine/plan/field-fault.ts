import { GraphQLError } from "graphql";

/** Where a value stands in the client's answer: response names and list indices. */
export type Path = (string | number)[];

/** Something that went wrong at one position of the answer. */
export interface FieldFault {
  readonly message: string;
  readonly path: Path | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Whether something was away or full, so that the same may be complete in a moment. Default false. */
  readonly isAway?: boolean;
}

/** The fault as the server in front reports it (GraphQL, section 7.1.2). */
export function toGraphQLError({ message, path, extensions }: FieldFault): GraphQLError {
  return new GraphQLError(message, { path: path ?? null, extensions: { ...extensions } });
}
