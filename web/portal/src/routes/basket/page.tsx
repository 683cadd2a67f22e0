import "./basket.css";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { unitsOf, useViewer } from "../../app/viewer.ts";
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
    <div className="notice notice-good" role="status">
      <p>
        {booked.length} 项都订到了{first && `：${showRange(first.during)}`}。
        {waits > 0 && `其中 ${waits} 项等提供方答复。`}
      </p>
      <ul className="plain-list">
        {booked.map(({ id, resource, state }) => (
          <li key={id}>
            <Link to="/bookings/$id" params={{ id }}>
              {resource?.title ?? "资源"}
            </Link>
            {state === "REQUESTED" && "（待答复）"}
          </li>
        ))}
      </ul>
    </div>
  );
}
