import { CommitteeLink } from "../../components/committee-link.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { aboveOf } from "../../components/fields/place.ts";
import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { AUDIENCES } from "../../words/labels.ts";
import { FUNCTION_AREAS } from "../../words/resources.ts";
import { Place } from "./place.tsx";
import { factsOf } from "../resources/facts.ts";

/** What it is, whose, where, and on which terms. */
export function Facts({ resource }: { readonly resource: ResourceOfPageFragment }) {
  const { description, functionAreas, provider, committee, audience, approval } = resource;
  const region = provider?.region;
  return (
    <section className="stack">
      <p className="card-facts">
        {factsOf({ ...resource, approval: false }).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {resource.demonstration && <span>示范点</span>}
      </p>
      {description !== null && <p className="lead lines">{description}</p>}
      <dl className="facts">
        <dt>提供单位</dt>
        <dd>
          <OrganizationLink organization={provider} none="已注销的单位" />
        </dd>
        {region && (
          <>
            <dt>地点</dt>
            <dd>{[aboveOf(region), region.name].filter(Boolean).join(" ")}</dd>
          </>
        )}
        <Place venue={resource.venue} />
        {functionAreas.length > 0 && (
          <>
            <dt>功能区</dt>
            <dd>{functionAreas.map((area) => FUNCTION_AREAS[area]).join("、")}</dd>
          </>
        )}
        {committee && (
          <>
            <dt>列入清单</dt>
            <dd>
              <CommitteeLink committee={committee} />
            </dd>
          </>
        )}
        <dt>公开范围</dt>
        <dd>{AUDIENCES[audience]}</dd>
        <dt>预约方式</dt>
        <dd>{approval ? "提供方同意后生效" : "提交即生效"}</dd>
      </dl>
    </section>
  );
}
