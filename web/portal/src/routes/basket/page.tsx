import "./basket.css";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Done } from "../../components/done.tsx";
import { Empty } from "../../components/empty.tsx";
import type { PortalBookBasketMutation } from "../../graph/generated/graphql.ts";
import { useBasket } from "../../kept/basket.ts";
import { showRange } from "../../words/time.ts";
import { BasketForm } from "./basket-form.tsx";

export type BookedTogether = NonNullable<PortalBookBasketMutation["bookBasket"]>["bookings"];

/** Several resources, of whatever units, that are booked for one time: all or none. */
export function BasketPage() {
  const viewer = useViewer();
  const basket = useBasket();
  const [booked, setBooked] = useState<BookedTogether>();
  const units = unitsOf(viewer);
  if (!viewer) return null;
  return (
    <div className="page narrow">
      <h1>预约篮</h1>
      <p className="muted">
        一次活动要用几处场地、几样设备的，放在一起，一并预约：要么全部订到，要么一样都不订。
        要提供方同意的，答复之前先为您留着；有一家不同意时，其余的仍然保留，您可以自己取消。
      </p>
      {booked && <Booked booked={booked} />}
      {units.length === 0 ? (
        <Empty title="您目前不代表任何单位">预约由单位的联络员办理。</Empty>
      ) : basket.items.length === 0 ? (
        !booked && (
          <Empty title="预约篮是空的">
            <Link to="/resources">去找场地和设备</Link>，在它的页面上点“放进预约篮”。
          </Empty>
        )
      ) : (
        <BasketForm units={units} basket={basket} onBooked={setBooked} />
      )}
    </div>
  );
}

function Booked({ booked }: { readonly booked: BookedTogether }) {
  const [first] = booked;
  const waits = booked.filter(({ state }) => state === "REQUESTED").length;
  return (
    <Done>
      <p>
        {waits === booked.length
          ? `${waits} 项都已提交，等提供方答复`
          : waits > 0
            ? `${booked.length - waits} 项已订到，${waits} 项已提交，等提供方答复`
            : `${booked.length} 项都订到了`}
        {first && `：${showRange(first.during)}`}。
        {waits > 0 &&
          "答复之前先为您留着；有一家不同意时，其余的仍然保留，您可以自己取消。答复了会通知您。"}
      </p>
      <ul className="plain-list">
        {booked.map(({ id, resource, state }) => (
          <li key={id}>
            <Link to="/bookings/$id" params={{ id }}>
              {resource?.title ?? "资源"}
              {state === "REQUESTED" && "（待答复）"}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/bookings">看我们的预约</Link>
      </p>
    </Done>
  );
}
