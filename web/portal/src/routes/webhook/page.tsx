import { Link, getRouteApi } from "@tanstack/react-router";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { type EndpointFragment, WebhookPageDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { showInstant } from "../../words/time.ts";
import { OfficeHead } from "../office/office-head.tsx";
import { EndpointMark } from "../partners/endpoint-mark.tsx";
import { wordsOfFilter } from "../partners/filter-words.ts";
import { wordsOfNotices } from "../partners/notice-values.ts";
import { Actions } from "./actions.tsx";
import { ChangeEndpoint } from "./change-endpoint.tsx";
import { Deliveries } from "./deliveries.tsx";
import { Replay } from "./replay.tsx";

const route = getRouteApi("/partners/webhooks/$id");

/** An address that updates are sent to: how it does, what was sent, and what can be done about it. */
export function WebhookPage() {
  const { id } = route.useParams();
  const query = useAsk(WebhookPageDocument, { id });
  return (
    <Loaded query={query}>
      {({ webhookEndpoint }) =>
        webhookEndpoint ? <Record endpoint={webhookEndpoint} /> : <Lost />
      }
    </Loaded>
  );
}

function Record({ endpoint }: { readonly endpoint: EndpointFragment }) {
  const { id, address, label, state, version, organization, createdAt, partner } = endpoint;
  const { failingSince, missedAt, previousSecretUntil, stateSince } = endpoint;
  return (
    <div className="page">
      <p className="trail">
        <Link to="/partners" {...(organization ? { search: { unit: organization.id } } : {})}>
          合作系统
        </Link>
      </p>
      <OfficeHead title={label ?? "推送地址"}>
        <EndpointMark endpoint={endpoint} />
      </OfficeHead>
      {state === "DISABLED" && (
        <p className="notice notice-bad">
          {showInstant(stateSince)}起停用。没有丢失什么：重新启用后，从停下的地方继续推送。
        </p>
      )}
      {state === "ENABLED" && failingSince !== null && (
        <p className="notice notice-wait">
          {showInstant(failingSince)}起推送失败。平台会继续重试，最后一次也失败就停用这个地址。
        </p>
      )}
      {missedAt !== null && (
        <p className="notice notice-wait">
          停用得太久，{showInstant(missedAt)}时日志已不全。请让接收的系统重新读取全部活动。
        </p>
      )}
      <dl className="facts">
        <dt>地址</dt>
        <dd>{address}</dd>
        <dt>单位</dt>
        <dd>{organization?.name}</dd>
        <dt>活动</dt>
        <dd>{wordsOfFilter(endpoint.filter)}</dd>
        <dt>通知</dt>
        <dd>{wordsOfNotices(endpoint.notices)}</dd>
        <dt>登记</dt>
        <dd>
          {showInstant(createdAt)}
          {partner !== null && `，由合作系统 ${partner}`}
        </dd>
        {previousSecretUntil !== null && (
          <>
            <dt>旧密钥</dt>
            <dd>有效至{showInstant(previousSecretUntil)}</dd>
          </>
        )}
      </dl>
      {state !== "ENDED" && <Actions endpoint={endpoint} />}
      <div className="beside">
        <Deliveries id={id} isEnded={state === "ENDED"} />
        {state !== "ENDED" && (
          <div className="stack">
            <Replay endpoint={endpoint} />
            <ChangeEndpoint key={version} endpoint={endpoint} />
          </div>
        )}
      </div>
    </div>
  );
}
