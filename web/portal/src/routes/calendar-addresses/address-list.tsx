import { Confirm } from "../../components/confirm.tsx";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import {
  CalendarAddressesDocument,
  PortalRevokeCalendarFeedDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { useChange } from "../../graph/use-change.ts";
import { showInstant } from "../../words/time.ts";
import type { Owner } from "./owner.ts";

/** The addresses that are valid, each of which can be withdrawn. */
export function AddressList({ owner: { name, owner } }: { readonly owner: Owner }) {
  const query = useAsk(CalendarAddressesDocument, owner);
  const revoke = useChange(PortalRevokeCalendarFeedDocument);
  return (
    <section className="stack">
      <h2>有效的地址</h2>
      <Loaded query={query}>
        {({ calendarFeeds }) =>
          !calendarFeeds || calendarFeeds.length === 0 ? (
            <Empty title={`${name}还没有日历地址`}>在上面填好备注，取得第一个。</Empty>
          ) : (
            <ul className="rows" aria-label="有效的地址">
              {calendarFeeds.map(({ id, label, createdAt, partner }) => (
                <li key={id} className="row">
                  <div className="row-main">
                    <p className="row-title">{label ?? "没有备注"}</p>
                    <p className="muted">
                      {showInstant(createdAt)} 取得
                      {partner !== null && ` · 合作系统 ${partner}`}
                    </p>
                  </div>
                  <Confirm
                    action="撤销"
                    question={`撤销“${label ?? "没有备注"}”？用这个地址的日历立即收不到更新，撤销后不能恢复。`}
                    error={revoke.error}
                    onConfirm={async () => void (await revoke.mutateAsync({ id }))}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
