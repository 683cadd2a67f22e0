import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type EndpointFragment,
  PortalUpdateWebhookEndpointDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { EndpointFields } from "../partners/endpoint-fields.tsx";
import { endpointFaults, endpointInput, valuesOf } from "../partners/endpoint-values.ts";

/** Another address, name or filter for an endpoint; its secret stays. */
export function ChangeEndpoint({ endpoint }: { readonly endpoint: EndpointFragment }) {
  const { id, version, organization } = endpoint;
  const update = useChange(PortalUpdateWebhookEndpointDocument);
  const form = useForm({
    name: `partners.webhook.${id}`,
    initial: valuesOf(endpoint),
    check: endpointFaults,
    send: (values) =>
      update.mutateAsync({ id, version, ...endpointInput(values, organization?.id ?? "") }),
  });
  return (
    <section className="panel stack">
      <h2>更改</h2>
      <Form form={form} action="保存" label="更改推送地址">
        <EndpointFields form={form} />
      </Form>
    </section>
  );
}
