import { type HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { stateInChinese } from "@alliance-hub/platform/words/states";

/** What a caller is told who names a resource that is no published venue. */
export function notAVenue({
  kind,
  state,
}: {
  readonly kind: string;
  readonly state: string;
}): HubError {
  return badInput("venueId", {
    zh: `所选资源是${valueWords("ResourceKind", kind).zh}，状态为${stateInChinese("Resource", state)}；活动须用已发布的场地。请另选场地，或者不选。`,
    en: `"venueId" is a resource of kind ${kind} that is ${state}; activities need a resource of kind VENUE that is PUBLISHED. Name one, or leave it out.`,
  });
}
