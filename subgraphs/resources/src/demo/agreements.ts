import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import {
  dayOf,
  hoursAfter,
  instantFromToday,
  periodInstant,
} from "@alliance-hub/demonstration/days";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import {
  type DemonstrationLiaison,
  demonstrationLiaisons,
} from "@alliance-hub/demonstration/liaisons";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import { publishedFigure } from "@alliance-hub/demonstration/published-figures";
import { cycled, evenly } from "@alliance-hub/demonstration/spread";
import { contentHash } from "../mechanisms/content-hash/content-hash.ts";
import type { ResourcesTables } from "../database.ts";
import { AUDIENCES } from "./resources.ts";

/** An agreement of the demonstration: the draft, and what then happened to it. */
export interface DemonstrationAgreement {
  readonly agreement: ResourcesTables["agreement"];
  readonly parties: readonly ResourcesTables["agreementParty"][];
  readonly commitments: readonly ResourcesTables["commitment"][];
  readonly hash: string;
  /** Null of what is a draft still. */
  readonly proposedAt: Date | null;
  /** In the order of the parties; those after the last one have not signed. */
  readonly signatures: readonly { readonly at: Date; readonly by: string }[];
}

/** Number of agreements of a place whose source counts none. */
const USUAL_AGREEMENTS = 4;
const TERM_YEARS = 3;

/** One side of a planned agreement. */
export interface Side {
  readonly organizationId: string;
  readonly name: string;
  readonly subject: string;
}

/**
 * The agreements of a place: as many as its source counts, all signed within the period; and one that was just
 * proposed, which the first two liaisons can sign.
 */
export function demonstrationAgreements(
  place: DemonstrationPlace,
  offered: readonly ResourcesTables["resource"][],
  now: Date,
): DemonstrationAgreement[] {
  const { committees, memberships, published, name } = place;
  const liaisons = demonstrationLiaisons(place);
  const count = Math.min(
    publishedFigure(published, "agreements") ?? USUAL_AGREEMENTS,
    committees.length,
  );
  const active = evenly(committees, count).map((committee, at) => {
    const members = liaisons.filter(({ unit }) =>
      memberships.some((held) => held.committee === committee && held.unit === unit),
    );
    const own = {
      organizationId: committee.organizationId,
      name: committee.region.name,
      subject: `demo:${name}-secretary`,
    };
    return draft(place, {
      committee,
      sides: [own, ...members.slice(0, 1 + (at % 2)).map(sideOf)],
      at,
      count,
      offered,
    });
  });
  const first = committees.find(({ level }) => level === "COMMUNITY");
  if (!first) return active;
  const open = draft(place, {
    committee: first,
    sides: liaisons.slice(0, 2).map(sideOf),
    at: count,
    count,
    offered,
    now,
  });
  return [...active, { ...open, signatures: [] }];
}

/** A unit as a side, for which its liaison signs. */
export function sideOf({ unit, subject }: DemonstrationLiaison): Side {
  return { organizationId: unit.id, name: unit.name, subject };
}

function draft(
  place: DemonstrationPlace,
  of: {
    readonly committee: DemonstrationPlace["committees"][number];
    readonly sides: readonly Side[];
    readonly at: number;
    readonly count: number;
    readonly offered: readonly ResourcesTables["resource"][];
    /** When it is proposed; default within the period. */
    readonly now?: Date;
  },
): DemonstrationAgreement {
  const { sides, at } = of;
  const proposedAt = of.now ? instantFromToday(of.now, 0, 0) : periodInstant(at, of.count);
  return agreementOf({
    ...of,
    id: demonstrationId("agreement", place.name, at),
    title: `${sides.map(({ name }) => name).join("、")}共建协议`,
    proposedAt,
    term: {
      from: dayOf(proposedAt),
      to: dayOf(new Date(proposedAt.getTime() + TERM_YEARS * 365 * 86_400_000)),
    },
    times: entered(),
    ...(of.now ? { fulfilled: 0 } : {}),
  });
}

/** An agreement that was proposed, and that all sides have signed. */
export function agreementOf(of: {
  readonly id: string;
  readonly committee: DemonstrationPlace["committees"][number];
  readonly title: string;
  readonly sides: readonly Side[];
  /** Which one it is: what the sides promise follows from it. */
  readonly at: number;
  readonly offered: readonly ResourcesTables["resource"][];
  readonly proposedAt: Date;
  readonly term: { readonly from: string; readonly to: string };
  readonly times: ReturnType<typeof entered>;
  /** How often each promise was kept. Default: it differs. */
  readonly fulfilled?: number;
}): DemonstrationAgreement {
  const { id, committee, sides, at, proposedAt, times } = of;
  const text = {
    committeeId: committee.id,
    title: of.title,
    termFrom: of.term.from,
    termTo: of.term.to,
    parties: sides.map(({ organizationId }) => organizationId),
    commitments: sides.map((side) => commitmentOf(side, of.offered, at)),
  };
  const { parties, commitments, ...terms } = text;
  return {
    agreement: {
      ...terms,
      ...times,
      id,
      state: "DRAFT",
      audience: cycled(AUDIENCES, at),
      partyIds: parties,
      contentHash: null,
      proposedAt: null,
      activatedAt: null,
      terminatedAt: null,
      terminateReason: null,
      ...placeColumns(committee.region),
      ...searchColumns(text.title, ...commitments.map(({ clause }) => clause)),
    },
    parties: parties.map((organizationId, index) => ({
      agreementId: id,
      organizationId,
      textOrganizationId: null,
      position: index + 1,
      signedAt: null,
      signedBy: null,
      signedHash: null,
    })),
    commitments: commitments.map((commitment, index) => ({
      ...commitment,
      ...times,
      textOrganizationId: null,
      id: demonstrationId("commitment", id, index),
      agreementId: id,
      position: index + 1,
      fulfilled: of.fulfilled ?? (at + index) % 5,
    })),
    hash: contentHash(text),
    proposedAt,
    signatures: sides.map(({ subject }, index) => ({
      at: hoursAfter(proposedAt, index + 1),
      by: subject,
    })),
  };
}

/** What a side may promise of something that it has on the list. */
const OF_RESOURCES: readonly ((title: string) => string)[] = [
  (title) => `向联盟各单位提供${title}，提前三天预约即可。`,
  (title) => `${title}每季度至少留出一次给社区活动使用，不收费用。`,
  (title) => `社区有需要时优先安排${title}，由联络员负责对接。`,
];
/** What a side may promise that has nothing on the list. */
const OF_TIME = [
  "组织党员志愿者参加联合服务活动，每次不少于五人。",
  "每季度到社区走访一次，认领微心愿并如期兑现。",
  "派一名业务骨干参加社区议事，协助办理居民反映的问题。",
  "结对联系两个网格，节假日走访慰问。",
];

/** A unit commits what it has on the list; a unit that has nothing there commits time. */
function commitmentOf(
  { organizationId }: Side,
  offered: readonly ResourcesTables["resource"][],
  at: number,
) {
  const resource = offered.find(({ providerId }) => providerId === organizationId);
  const chance = chanceOf("commitment", organizationId, at);
  return {
    organizationId,
    clause: resource ? chance.pick(OF_RESOURCES)(resource.title) : chance.pick(OF_TIME),
    resourceId: resource?.id ?? null,
    timesPerYear: 4 + (at % 3) * 4,
  };
}
