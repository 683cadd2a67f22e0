import { GraphQLError } from "graphql";
import type { ErrorCode } from "./catalogue.ts";

/**
 * A foreseen error. Only these reach a client as they are; anything else is masked (see `mask.ts`).
 * The message names the value, the rule and the way out.
 */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...details, code } });
    this.name = "HubError";
    this.code = code;
  }
}

/** `BAD_USER_INPUT` for one field of an input. `field` is its path as the client wrote it. */
export function badInput(field: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { field });
}

/** `NOT_FOUND`: the same message whether the record is missing or this viewer may not see it. */
export function notFound(noun: string, id: string): HubError {
  return new HubError(
    "NOT_FOUND",
    `There is no ${noun} ${JSON.stringify(id)} that you may see. Check the id, or sign in as a unit that may see it.`,
    { noun, id },
  );
}

/** `FORBIDDEN`, or `UNAUTHENTICATED` when nobody is signed in: the way out differs. */
export function forbidden(viewer: { readonly kind: string }, message: string): HubError {
  return viewer.kind === "ANONYMOUS"
    ? new HubError(
        "UNAUTHENTICATED",
        `${message} Sign in: send an access token in the Authorization header.`,
      )
    : new HubError("FORBIDDEN", message);
}

/** `CONFLICT`: the caller worked from an older version of the record, or it clashes with another. */
export function conflict(
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): HubError {
  return new HubError("CONFLICT", message, details);
}

/** A step that the state of the record does not allow. */
export interface TransitionFault {
  readonly noun: string;
  readonly id: string;
  readonly state: string;
  readonly wanted: string;
  readonly allowed: readonly string[];
}

/** `ILLEGAL_TRANSITION`, naming the state and the states that can be reached from it. */
export function illegalTransition(fault: TransitionFault): HubError {
  const ways = fault.allowed.length > 0 ? fault.allowed.join(", ") : "none; this state is final";
  return new HubError(
    "ILLEGAL_TRANSITION",
    `${fault.noun} ${fault.id} is ${fault.state} and cannot become ${fault.wanted}. Allowed from here: ${ways}.`,
    { state: fault.state, allowed: fault.allowed },
  );
}
