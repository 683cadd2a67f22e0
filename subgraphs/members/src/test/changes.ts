import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { Around, Caller } from "./callers.ts";

/** A mutation that is asked for by those who may not. */
export interface Change {
  /** The name of the field of the answer that has the record; null where the id itself is answered. */
  readonly of: string | null;
  /** Stores what it is about; what is asked for. */
  readonly input: (around: Around) => Promise<object>;
  /** Somebody for whom the same input does it. */
  readonly by: (around: Around) => Viewer | Promise<Viewer>;
  /** Callers who may not see the record. Default: nobody. */
  readonly unseenBy?: readonly Caller[];
}

/** The document of a mutation. */
export function documentOf(name: string, of: string | null): string {
  // A partner has no id.
  const record = of === "partner" ? "partner { name }" : `${of} { id }`;
  return `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${of === null ? "id" : record} } }`;
}

/** Does a change as somebody who may; the id of what it made or changed. */
export async function done(
  { setting }: Around,
  viewer: Viewer,
  [name, of]: readonly [string, string],
  input: object,
): Promise<string> {
  const { data, message } = await setting.call(viewer, documentOf(name, of), { input });
  if (message !== undefined) throw new Error(message);
  return data[name][of].id;
}

export const operator = ({ setting }: Around): Viewer => setting.operator;
export const secretary = ({ committee }: Around): Viewer => committee.secretary;
export const liaison = ({ setting, unit }: Around): Viewer => setting.liaison(unit);
export const applicantsLiaison = ({ setting, applicant }: Around): Viewer =>
  setting.liaison(applicant);
