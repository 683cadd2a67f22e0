import { getRouteApi } from "@tanstack/react-router";
import { Choice } from "../../components/choice.tsx";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { Button } from "../../components/button.tsx";
import {
  type WebhookDeliveryState,
  WebhookDeliveriesDocument,
} from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { DELIVERY_STATES } from "../../words/labels.ts";
import { DeliveryRow } from "./delivery-row.tsx";

const route = getRouteApi("/partners/webhooks/$id");

const isPending = ({ state }: { readonly state: WebhookDeliveryState }): boolean =>
  state === "PENDING";

interface DeliveriesProps {
  readonly id: string;
  readonly isEnded: boolean;
}

/** What was sent to an endpoint or waits for it, with each attempt. */
export function Deliveries({ id, isEnded }: DeliveriesProps) {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const pages = usePages(
    WebhookDeliveriesDocument,
    { id, ...(state === undefined ? {} : { states: [state] }) },
    ({ webhookEndpoint }) => webhookEndpoint?.deliveries,
    { isUnsettled: (deliveries) => !isEnded && deliveries.some(isPending) },
  );
  return (
    <section className="stack">
      <div className="office-head">
        <h2>推送记录</h2>
        <Button look="quiet" onPress={pages.readAgain}>
          刷新
        </Button>
      </div>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label="状态"
          options={{ ALL: "全部", ...DELIVERY_STATES }}
          value={state ?? "ALL"}
          onChange={(one) =>
            void navigate({
              search: one === "ALL" ? {} : { state: one as WebhookDeliveryState },
              replace: true,
            })
          }
        />
      </form>
      <Paged
        pages={pages}
        empty={
          <Empty title="没有推送记录">
            {state === undefined
              ? "活动有了变化，或所选的通知来了，就会推送；现在可以先发一次测试。"
              : "换一个状态。"}
          </Empty>
        }
      >
        {(deliveries) => (
          <ul className="rows">
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} isEnded={isEnded} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}
