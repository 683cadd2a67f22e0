import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import {
  PortalFormTeamDocument,
  PortalUpdateTeamDocument,
  type TeamKind,
  type TeamPartsFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { TEAM_KINDS } from "../../words/labels.ts";
import { Choice } from "../../components/choice.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { TextLine } from "../../components/text-line.tsx";

/** Whose team is formed: one of the two. */
export type TeamOwner = { readonly organizationId: string } | { readonly committeeId: string };

type TeamFormProps =
  | { readonly team: TeamPartsFragment; readonly owner?: never; readonly onDone: () => void }
  | { readonly owner: TeamOwner; readonly team?: never; readonly onDone: () => void };

/** How many specialities a team has at most, and how long each may be. */
const [MOST_SPECIALITIES, LONGEST_SPECIALITY] = [12, 30];

/** Forms a team, or changes one: its name, headcount and specialities. */
export function TeamForm({ team, owner, onDone }: TeamFormProps) {
  const make = useChange(PortalFormTeamDocument);
  const update = useChange(PortalUpdateTeamDocument);
  const form = useForm({
    name: `team.${team?.id ?? Object.values(owner ?? {}).join()}`,
    initial: {
      name: team?.name ?? "",
      kind: team?.kind ?? ("VOLUNTEER" as TeamKind),
      headcount: team?.headcount as number | undefined,
      specialities: team?.specialities.join("、") ?? "",
    },
    check: ({ name, headcount, specialities }) => ({
      name: textFault(name, { name: "名称", most: 100 }),
      headcount: headcount ? undefined : "请填写人数，至少 1 人。",
      specialities: specialitiesFault(specialities),
    }),
    send: async ({ name, kind, headcount = 0, specialities }) => {
      const given = { name, headcount, specialities: wordsOf(specialities) };
      if (team) await update.mutateAsync({ id: team.id, version: team.version, ...given });
      else await make.mutateAsync({ ...owner, kind, ...given });
      onDone();
    },
  });
  return (
    <Form form={form} action={team ? "保存" : "组建队伍"}>
      <TextLine label="名称" {...form.field("name")} isRequired />
      {!team && (
        <Choice
          label="类型"
          options={TEAM_KINDS}
          {...form.field("kind")}
          onChange={(kind) => form.set({ kind: kind as TeamKind })}
        />
      )}
      <NumberLine
        label="人数"
        {...form.field("headcount")}
        hint="只填人数，不列名单。"
        isRequired
      />
      <TextLine
        label="专长"
        {...form.field("specialities")}
        hint={`用顿号分开，最多 ${MOST_SPECIALITIES} 项，如：法律、医疗。`}
      />
    </Form>
  );
}

const wordsOf = (text: string): string[] =>
  text
    .split(/[、，,;；\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== "");

function specialitiesFault(text: string): string | undefined {
  const words = wordsOf(text);
  if (words.length > MOST_SPECIALITIES)
    return `最多 ${MOST_SPECIALITIES} 项，现在有 ${words.length} 项。`;
  const long = words.find((word) => Array.from(word).length > LONGEST_SPECIALITY);
  return long === undefined ? undefined : `“${long}”太长，每项最多 ${LONGEST_SPECIALITY} 个字。`;
}
