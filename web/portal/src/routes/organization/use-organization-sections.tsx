import { Link } from "@tanstack/react-router";
import { actsFor } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { AgreementRows } from "../agreements/rows.tsx";
import { CardSection } from "../contact-cards/card-section.tsx";
import { Empty } from "../../components/empty.tsx";
import { NeedRows } from "../../components/need-rows.tsx";
import { ResourceRows } from "../../components/resource-rows.tsx";
import type { PageSection } from "../../components/sections.tsx";
import { TeamSection } from "./team-section.tsx";
import { ActivityList } from "../calendar/activity-list.tsx";
import { Liaisons } from "./liaisons.tsx";
import { Memberships } from "./memberships.tsx";
import type { OrganizationOfPage } from "./organization.ts";
import { AreasOfUnit } from "./service-area-section.tsx";
import { UnitSeats, useMayEnterSeats } from "./unit-seats.tsx";
import { SERVING_KINDS } from "../../words/labels.ts";
import { RegistrationSection } from "./registration-section.tsx";

/** The parts of a unit's page, with what the viewer may do in each. */
export function useOrganizationSections(organization: OrganizationOfPage): readonly PageSection[] {
  const { id, liaisons, registrations, resources, needs } = organization;
  const { agreements, activities, contactCards, teams, serviceAreas, kind } = organization;
  const seatTotal =
    (organization.seatsIn?.totalCount ?? 0) + (organization.seatsFrom?.totalCount ?? 0);
  const viewer = useViewer();
  const isOwn = actsFor(viewer, id);
  const mayEnterSeats = useMayEnterSeats(organization);
  const owner = isOwn ? { owner: { organizationId: id } } : {};
  return [
    {
      id: "committees",
      title: "所在委员会",
      content: <Memberships organization={organization} />,
    },
    ...(SERVING_KINDS.includes(kind) || serviceAreas.totalCount > 0
      ? [
          {
            id: "service-areas",
            title: "服务的小区",
            count: serviceAreas.totalCount,
            content: <AreasOfUnit unit={organization} />,
          },
        ]
      : []),
    {
      id: "cards",
      title: "连心卡",
      count: contactCards?.totalCount,
      isEmpty: !isOwn && contactCards?.totalCount === 0,
      content: <CardSection cards={contactCards?.nodes ?? []} {...owner} />,
    },
    {
      id: "liaisons",
      title: "联络员",
      count: liaisons?.totalCount,
      isEmpty: viewer?.kind !== "ANONYMOUS" && liaisons?.totalCount === 0,
      content: <Liaisons organization={organization} />,
    },
    {
      id: "unit-seats",
      title: "交叉任职",
      count: seatTotal,
      isEmpty: seatTotal === 0 && !mayEnterSeats.in,
      content: <UnitSeats organization={organization} />,
    },
    {
      id: "resources",
      title: "资源清单",
      count: resources?.totalCount,
      isEmpty: !isOwn && resources?.totalCount === 0,
      content: <ResourceRows resources={resources?.nodes ?? []} />,
    },
    {
      id: "needs",
      title: "需求清单",
      count: needs?.totalCount,
      isEmpty: !isOwn && needs?.totalCount === 0,
      content: (
        <>
          <NeedRows needs={needs?.nodes ?? []} />
          <p>
            <Link to="/needs" search={{ unit: id }}>
              全部需求
            </Link>
          </p>
        </>
      ),
    },
    {
      id: "agreements",
      title: "共建协议",
      count: agreements?.totalCount,
      isEmpty: !isOwn && agreements?.totalCount === 0,
      content: (
        <>
          <AgreementRows agreements={agreements?.nodes ?? []} />
          <p>
            <Link to="/agreements" search={{ unit: id }}>
              全部协议
            </Link>
          </p>
        </>
      ),
    },
    {
      id: "activities",
      title: "活动",
      count: activities?.totalCount,
      isEmpty: !isOwn && activities?.totalCount === 0,
      content:
        activities?.nodes.length === 0 ? (
          <Empty title="还没有主办或参加活动" />
        ) : (
          <ActivityList activities={activities?.nodes ?? []} />
        ),
    },
    {
      id: "teams",
      title: "队伍",
      count: teams?.totalCount,
      isEmpty: !isOwn && teams?.totalCount === 0,
      content: <TeamSection teams={teams?.nodes ?? []} {...owner} />,
    },
    {
      id: "registrations",
      title: "双报到",
      count: registrations?.totalCount,
      isEmpty: !isOwn && registrations?.totalCount === 0,
      content: <RegistrationSection organization={organization} isOwn={isOwn} />,
    },
  ];
}
