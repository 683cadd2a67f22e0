import { StateMark } from "../../components/state-mark.tsx";
import type { EndpointFragment } from "../../graph/generated/graphql.ts";
import { ENDPOINT_STATES } from "../../words/labels.ts";

/** How an endpoint does: enabled, failing, disabled or ended. */
export function EndpointMark({ endpoint }: { readonly endpoint: EndpointFragment }) {
  const { state, failingSince } = endpoint;
  if (state === "ENABLED" && failingSince !== null)
    return <StateMark tone="wait">推送失败，正在重试</StateMark>;
  const tone = state === "ENABLED" ? "good" : state === "DISABLED" ? "bad" : "muted";
  return <StateMark tone={tone}>{ENDPOINT_STATES[state]}</StateMark>;
}
