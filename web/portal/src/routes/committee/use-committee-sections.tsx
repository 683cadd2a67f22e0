import { Link } from "@tanstack/react-router";
import { runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { AgreementRows } from "../agreements/rows.tsx";
import { CardSection } from "../contact-cards/card-section.tsx";
import { Empty } from "../../components/empty.tsx";
import { NeedRows } from "../../components/need-rows.tsx";
import { ResourceRows } from "../../components/resource-rows.tsx";
import type { PageSection } from "../../components/sections.tsx";
import { TeamSection } from "../organization/team-section.tsx";
import { ActivityList } from "../calendar/activity-list.tsx";
import type { CommitteeOfPage } from "./committee.ts";
import { IssueRows } from "./issue-rows.tsx";
import { Kin } from "./kin.tsx";
import { Seats } from "./seats.tsx";
import { Units } from "./units.tsx";

/** How many of the coming activities are shown; the calendar has all. */
const ACTIVITIES = 6;

/** The parts of a committee's page, with what the viewer may do in each. */
export function useCommitteeSections(committee: CommitteeOfPage): readonly PageSection[] {
  const { id, region, level } = committee;
  const { memberUnits, seats, calendar, resources, needs, agreements, issues } = committee;
  const isRun = runs(useViewer(), committee);
  return [
    {
      id: "units",
      title: "成员单位",
      count: memberUnits?.totalCount,
      content: <Units committee={id} />,
    },
    {
      id: "seats",
      title: "届次与委员",
      count: seats?.totalCount,
      content: <Seats committee={committee} />,
    },
    {
      id: "calendar",
      title: "日历",
      isEmpty: !isRun && calendar?.length === 0,
      content: (
        <>
          {calendar?.length === 0 ? (
            <Empty title="未来六十天还没有活动" />
          ) : (
            <ActivityList activities={(calendar ?? []).slice(0, ACTIVITIES)} />
          )}
          <p>
            <Link to="/calendar" search={{ committee: id, view: "list" }}>
              整个日历
            </Link>
          </p>
        </>
      ),
    },
    {
      id: "resources",
      title: "资源清单",
      count: resources?.totalCount,
      isEmpty: !isRun && resources?.totalCount === 0,
      content: <ResourceRows resources={resources?.nodes ?? []} />,
    },
    {
      id: "needs",
      title: "需求清单",
      count: needs?.totalCount,
      isEmpty: !isRun && needs?.totalCount === 0,
      content: (
        <>
          <NeedRows needs={needs?.nodes ?? []} />
          <p className="buttons">
            <Link to="/needs" search={{ committee: id }}>
              全部需求
            </Link>
            <Link to="/rounds" search={{ committee: id }}>
              清单征集
            </Link>
          </p>
        </>
      ),
    },
    {
      id: "agreements",
      title: "共建协议",
      count: agreements?.totalCount,
      isEmpty: !isRun && agreements?.totalCount === 0,
      content: (
        <>
          <AgreementRows agreements={agreements?.nodes ?? []} />
          <p>
            <Link to="/agreements" search={{ committee: id }}>
              全部协议
            </Link>
          </p>
        </>
      ),
    },
    {
      id: "issues",
      title: "问题台账",
      count: issues?.totalCount,
      isEmpty: !isRun && issues?.totalCount === 0,
      content: (
        <>
          <IssueRows issues={issues?.nodes ?? []} />
          <p>
            <Link to="/issues" search={{ committee: id, state: "all" }}>
              整个问题台账
            </Link>
          </p>
        </>
      ),
    },
    {
      id: "cards",
      title: "连心卡",
      count: committee.contactCards?.totalCount,
      isEmpty: !isRun && committee.contactCards?.totalCount === 0,
      content: (
        <CardSection
          cards={committee.contactCards?.nodes ?? []}
          {...(isRun ? { owner: { committeeId: id } } : {})}
        />
      ),
    },
    {
      id: "teams",
      title: "队伍",
      count: committee.teams?.totalCount,
      isEmpty: !isRun && committee.teams?.totalCount === 0,
      content: (
        <TeamSection
          teams={committee.teams?.nodes ?? []}
          {...(isRun ? { owner: { committeeId: id } } : {})}
        />
      ),
    },
    ...(level === "COMMUNITY" && region
      ? [
          {
            id: "registrations",
            title: "双报到",
            content: (
              <p>
                <Link to="/registrations" search={{ place: region.code }}>
                  到{region.name}报到的单位
                </Link>
              </p>
            ),
          },
        ]
      : []),
    { id: "kin", title: "上下级委员会", content: <Kin committee={committee} /> },
  ];
}
