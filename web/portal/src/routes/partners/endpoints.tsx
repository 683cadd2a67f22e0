import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { SecretOnce } from "../../components/secret-once.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  PartnerEndpointsDocument,
  PortalCreateWebhookEndpointDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { usePages } from "../../graph/use-pages.ts";
import { WEBHOOK_KINDS } from "../../words/office-labels.ts";
import { EndpointFields } from "./endpoint-fields.tsx";
import { NEW_ENDPOINT, endpointFaults, endpointInput } from "./endpoint-values.ts";
import { EndpointMark } from "./endpoint-mark.tsx";
import { wordsOfFilter } from "./filter-words.ts";
import { wordsOfNotices } from "./notice-values.ts";

interface EndpointsProps {
  readonly unit: { readonly id: string; readonly name: string };
}

/** Where updates are sent to a unit's own systems, and a form for another address. */
export function Endpoints({ unit }: EndpointsProps) {
  const pages = usePages(
    PartnerEndpointsDocument,
    { unit: unit.id },
    ({ webhookEndpoints }) => webhookEndpoints,
  );
  return (
    <div className="beside">
      <Paged
        pages={pages}
        empty={
          <Empty title="还没有推送地址">
            登记以后，活动一有变化，平台就把消息推送到{unit.name}
            自己的系统，或单位的工作群；本单位的通知也可以一并推送。
          </Empty>
        }
      >
        {(endpoints) => (
          <ul className="rows">
            {endpoints.map((endpoint) => (
              <li key={endpoint.id} className="row">
                <div className="row-main">
                  <p className="row-title">
                    <Link to="/partners/webhooks/$id" params={{ id: endpoint.id }}>
                      {endpoint.label ?? endpoint.address}
                    </Link>
                  </p>
                  <p className="muted">
                    {endpoint.kind !== "WEBHOOK" && `${WEBHOOK_KINDS[endpoint.kind]} · `}
                    {endpoint.label !== null && `${endpoint.address} · `}
                    {wordsOfFilter(endpoint.filter)}
                  </p>
                  {endpoint.notices !== null && (
                    <p className="muted">通知：{wordsOfNotices(endpoint.notices)}</p>
                  )}
                </div>
                <EndpointMark endpoint={endpoint} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
      <NewEndpoint unit={unit} />
    </div>
  );
}

function NewEndpoint({ unit }: EndpointsProps) {
  const create = useChange(PortalCreateWebhookEndpointDocument);
  const [made, setMade] = useState<{ readonly id: string; readonly secret: string }>();
  const form = useForm({
    name: `partners.webhook.${unit.id}`,
    initial: NEW_ENDPOINT,
    check: endpointFaults,
    send: async (values) => {
      const { createWebhookEndpoint } = await create.mutateAsync({
        organizationId: unit.id,
        kind: values.kind,
        ...endpointInput(values, unit.id),
      });
      const { secret, endpoint } = createWebhookEndpoint ?? {};
      // A robot has no secret of the hub's.
      if (secret != null && endpoint?.kind === "WEBHOOK") setMade({ id: endpoint.id, secret });
    },
  });
  if (made)
    return (
      <aside className="stack">
        <SecretOnce name="签名密钥" secret={made.secret} onKept={() => setMade(undefined)}>
          请交给接收推送的系统，它用密钥核对消息确实来自平台。遗失了就在推送地址的页面上更换。
        </SecretOnce>
        <Link to="/partners/webhooks/$id" params={{ id: made.id }}>
          打开这个推送地址，发一次测试
        </Link>
      </aside>
    );
  return (
    <aside className="panel stack">
      <h2>登记推送地址</h2>
      <Form form={form} action="登记" label="登记推送地址">
        <EndpointFields form={form} isNew />
      </Form>
    </aside>
  );
}
