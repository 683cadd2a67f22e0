import { PlaceName } from "../../../components/place-name.tsx";
import { ORGANIZATION_KINDS } from "../../../words/labels.ts";
import { showDay } from "../../../words/time.ts";
import type { MergeSide } from "./page.tsx";

interface SidesProps {
  readonly from: MergeSide;
  readonly into: MergeSide;
}

/** Both units, side by side. */
export const Sides = ({ from, into }: SidesProps) => (
  <div className="merge-sides">
    <Side title="被并入" unit={from} />
    <Side title="并入后的单位" unit={into} />
  </div>
);

function Side({ title, unit }: { readonly title: string; readonly unit: MergeSide }) {
  const { name, kind, region, creditCode, parent, memberships, liaisons, createdAt } = unit;
  const names = (all: readonly (string | undefined)[] | undefined): string =>
    all === undefined || all.length === 0 ? "没有" : all.filter(Boolean).join("、");
  return (
    <section className="panel stack" aria-label={title}>
      <div>
        <p className="muted">{title}</p>
        <h2>{name}</h2>
      </div>
      <dl className="facts">
        <dt>类型</dt>
        <dd>{ORGANIZATION_KINDS[kind]}</dd>
        <dt>所在地</dt>
        <dd>
          <PlaceName place={region} />
        </dd>
        <dt>信用代码</dt>
        <dd>{creditCode ?? "没有登记"}</dd>
        <dt>上级单位</dt>
        <dd>{parent?.name ?? "没有"}</dd>
        <dt>委员会</dt>
        <dd>{names(memberships?.nodes.map(({ committee }) => committee?.name))}</dd>
        <dt>联络员</dt>
        <dd>{names(liaisons?.nodes.map((liaison) => liaison.name))}</dd>
        <dt>登记日期</dt>
        <dd>{showDay(createdAt)}</dd>
      </dl>
    </section>
  );
}
