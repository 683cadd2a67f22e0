import { showDay } from "../../words/time.ts";
import type { OrganizationOfPage } from "./organization.ts";

interface LifeProps {
  readonly organization: OrganizationOfPage;
  /** The unit by whose address somebody came, which was merged into this one. */
  readonly former: string | undefined;
}

/** What became of a unit: that it has ended, or what was merged into it. */
export function Life({ organization, former }: LifeProps) {
  const { state, endedOn, endReason, mergedFrom } = organization;
  const came = mergedFrom.nodes.find(({ id }) => id === former);
  return (
    <>
      {came && (
        <p className="notice notice-wait" role="status">
          “{came.name}”{came.endedOn !== null && `已于${showDay(came.endedOn)}`}
          并入本单位。原来的链接转到这里，其资源、协议等记录都在本页。
        </p>
      )}
      {state === "ENDED" && (
        <p className="notice notice-bad">
          本单位{endedOn !== null && `已于${showDay(endedOn)}`}终止
          {endReason !== null && `：${endReason}`}。记录保留，不能再办理。
        </p>
      )}
    </>
  );
}

/** The units that were merged into one. */
export function MergedFrom({
  units,
}: {
  readonly units: OrganizationOfPage["mergedFrom"]["nodes"];
}) {
  return units.map(({ id, name, endedOn }, at) => (
    <span key={id}>
      {at > 0 && "、"}
      {name}
      {endedOn !== null && `（${showDay(endedOn)}）`}
    </span>
  ));
}
