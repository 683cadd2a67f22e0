import "./committee.css";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { operates, runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { PlaceName } from "../../components/place-name.tsx";
import { Sections } from "../../components/sections.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { CommitteePageDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { COMMITTEE_LEVELS } from "../../words/labels.ts";
import { COMMITTEE_KINDS } from "../../words/office-labels.ts";
import { addDays, dayOf, instantAt, showDay } from "../../words/time.ts";
import type { CommitteeOfPage } from "./committee.ts";
import { OwnHandovers } from "./own-handover.tsx";
import { Propose } from "./propose.tsx";
import { useCommitteeSections } from "./use-committee-sections.tsx";

const route = getRouteApi("/committees/$id");

/** How far the calendar of the page looks ahead, in days. */
const DAYS = 60;

/** A committee: who is in it, who sits in it, and what it does. */
export function CommitteePage() {
  const { id } = route.useParams();
  const [today] = useState(() => dayOf(new Date()));
  const coming = {
    start: instantAt(today, "00:00"),
    end: instantAt(addDays(today, DAYS), "00:00"),
  };
  const query = useAsk(CommitteePageDocument, { id, coming });
  return (
    <Loaded query={query}>
      {({ committee }) => (committee ? <Committee committee={committee} /> : <Lost />)}
    </Loaded>
  );
}

function Committee({ committee }: { readonly committee: CommitteeOfPage }) {
  const { id, name, level, demonstration, themes, establishedOn, region, organization } = committee;
  const { formerNames } = committee;
  const viewer = useViewer();
  const manages = runs(viewer, committee) || operates(viewer, region);
  const sections = useCommitteeSections(committee);
  return (
    <div className="page">
      <p className="trail">
        <Link to="/committees" search={region ? { place: region.code } : {}}>
          委员会
        </Link>
      </p>
      <header className="stack">
        <h1>
          {name} {demonstration && <StateMark tone="good">示范点</StateMark>}
        </h1>
        {organization?.brand && <p className="lead">{organization.brand}</p>}
        <dl className="facts">
          <dt>层级</dt>
          <dd>
            {COMMITTEE_LEVELS[level]} · {COMMITTEE_KINDS[committee.kind]}
          </dd>
          <dt>所在地</dt>
          <dd>
            <PlaceName place={region} />
          </dd>
          <dt>依托的党组织</dt>
          <dd>
            <OrganizationLink organization={organization} />
          </dd>
          <dt>成立</dt>
          <dd>{showDay(establishedOn)}</dd>
          {formerNames.length > 0 && (
            <>
              <dt>曾用名</dt>
              <dd>{formerNames.map((former) => former.name).join("、")}</dd>
            </>
          )}
          {themes.length > 0 && (
            <>
              <dt>工作主题</dt>
              <dd>
                <ul className="themes">
                  {themes.map((theme) => (
                    <li key={theme}>{theme}</li>
                  ))}
                </ul>
              </dd>
            </>
          )}
        </dl>
      </header>
      {manages && (
        <p>
          <Link to="/office/committees/$id" params={{ id }}>
            管理：吸收单位、答复申请、任命委员、换届、代行
          </Link>
        </p>
      )}
      <OwnHandovers committee={committee} />
      <Propose committee={committee} />
      <Sections sections={sections} />
    </div>
  );
}
