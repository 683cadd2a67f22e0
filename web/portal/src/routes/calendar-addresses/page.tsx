import "./addresses.css";
import { Link, getRouteApi, useLocation } from "@tanstack/react-router";
import { useOwnCommittees } from "../../app/own-committees.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { BackTo } from "../../components/back-to.tsx";
import { Choice } from "../../components/choice.tsx";
import { Empty } from "../../components/empty.tsx";
import { AddressForm } from "./address-form.tsx";
import { AddressList } from "./address-list.tsx";
import type { Owner } from "./owner.ts";

const route = getRouteApi("/calendar/addresses");

/** Addresses at which calendar programs read the activities of a unit or a committee. */
export function CalendarAddressesPage() {
  const viewer = useViewer();
  const { href } = useLocation();
  return (
    <div className="page narrow">
      <BackTo list="/calendar">日历</BackTo>
      <h1>日历地址</h1>
      <p>
        手机和电脑上的日历可以订阅一个地址：单位或委员会的活动会出现在您自己的日历里，改期、取消也会自己更新。
      </p>
      <p className="notice notice-wait">
        地址里有密钥。拿到地址的人不用登录就能看到其中的活动，请不要公开张贴，也不要转发到群里。给每个人、每台设备各取一个地址，写上备注；不用了就撤销，那个地址立即失效，别的照常。
      </p>
      {viewer?.kind === "ANONYMOUS" ? (
        <Empty title="请先登录">
          登录后可以取得本单位、本委员会的日历地址。
          <Link to="/sign-in" search={{ back: href }}>
            去登录
          </Link>
        </Empty>
      ) : (
        <Addresses />
      )}
    </div>
  );
}

function Addresses() {
  const { of } = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const committees = useOwnCommittees();
  if (!committees) return <div className="loading" role="status" aria-label="正在读取" />;
  const owners: readonly Owner[] = [
    ...unitsOf(viewer).map(({ id, name }) => ({ id, name, owner: { organizationId: id } })),
    ...committees
      .filter(({ isRun }) => isRun)
      .map(({ id, name }) => ({ id, name, owner: { committeeId: id } })),
  ];
  const shown = owners.find(({ id }) => id === of) ?? owners[0];
  if (!shown)
    return (
      <Empty title="您名下没有日历地址">
        日历地址由单位的联络员或委员会的书记取得。请找本单位的联络员要一个。
      </Empty>
    );
  return (
    <>
      {owners.length > 1 && (
        <Choice
          label="谁的日历"
          options={Object.fromEntries(owners.map(({ id, name }) => [id, name]))}
          value={shown.id}
          onChange={(id) => void navigate({ search: { of: id }, replace: true })}
        />
      )}
      <AddressForm key={`form ${shown.id}`} owner={shown} />
      <AddressList key={shown.id} owner={shown} />
    </>
  );
}
