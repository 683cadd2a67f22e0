import { isObject } from "@alliance-hub/platform/json/is-object";
import type { FormattedExecutionResult } from "graphql";
import type { RawResponse } from "./exchange.ts";
import { TransportFault } from "./transport-fault.ts";

/**
 * The GraphQL answer in a response: with status 200, or another one that comes with data or errors
 * (GraphQL over HTTP, section 6.4). What its data holds is the engine's to judge.
 *
 * @throws TransportFault if it is none.
 */
export function readAnswer({ status, text }: RawResponse): FormattedExecutionResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw noAnswer(status, "something that is no JSON");
  }
  if (!isObject(value)) throw noAnswer(status, "JSON that is no GraphQL answer");
  const { data, errors } = value;
  if (data !== undefined && data !== null && !isObject(data))
    throw noAnswer(status, "data that is no object");
  if (errors !== undefined && errors !== null && !isListOfObjects(errors))
    throw noAnswer(status, "errors that are no list of errors");
  if (status !== 200 && (data ?? errors ?? undefined) === undefined)
    throw noAnswer(status, "JSON that is no GraphQL answer");
  return value;
}

/** With status 4xx the request was at fault, with any other the subgraph is. */
function noAnswer(status: number, what: string): TransportFault {
  return status === 200
    ? new TransportFault(`answered with ${what}`)
    : new TransportFault(`answered with status ${status} and ${what}`, {
        isCounted: status < 400 || status >= 500,
      });
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}
