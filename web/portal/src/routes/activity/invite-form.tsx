import { Button } from "../../components/button.tsx";
import { CheckList } from "../../components/check-list.tsx";
import {
  type ChosenOrganization,
  OrganizationField,
} from "../../components/organization-field.tsx";
import { useCommitteeUnits } from "../../components/use-committee-units.ts";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { PortalInviteUnitsDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import type { PageActivity } from "./activity.ts";

interface InviteFormProps {
  readonly activity: PageActivity;
  readonly onDone: () => void;
}

interface Chosen {
  readonly members: readonly string[];
  readonly other: ChosenOrganization | undefined;
}

/** Units to invite: several of the committee's at once, and any other of the alliance by its name. */
export function InviteForm({ activity, onDone }: InviteFormProps) {
  const { id, committee, participants } = activity;
  const { units } = useCommitteeUnits(committee?.id);
  const invite = useChange(PortalInviteUnitsDocument);
  const isAsked = (unitId: string): boolean =>
    participants.some(
      ({ state, organization }) =>
        organization?.id === unitId && (state === "JOINED" || state === "INVITED"),
    );
  const options = Object.fromEntries(Object.entries(units).filter(([unitId]) => !isAsked(unitId)));
  const form = useForm<Chosen>({
    name: `invite.${id}`,
    initial: { members: [], other: undefined },
    check: ({ members, other }) => ({
      members: members.length === 0 && !other ? "请至少选择一个单位。" : undefined,
      other: other && isAsked(other.id) ? `${other.name}已经参加或受邀。` : undefined,
    }),
    send: async ({ members, other }) => {
      const organizationIds = [...new Set([...members, ...(other ? [other.id] : [])])];
      await invite.mutateAsync({ id, organizationIds });
      onDone();
    },
  });
  return (
    <Form
      form={form}
      action="发出邀请"
      label="邀请单位"
      more={
        <Button
          look="quiet"
          onPress={() => {
            form.reset();
            onDone();
          }}
        >
          不邀请了
        </Button>
      }
    >
      {Object.keys(options).length > 0 && (
        <CheckList
          label="委员会的单位"
          hint="可以选几个；受邀的单位会收到通知和待办。"
          options={options}
          {...form.field("members")}
        />
      )}
      <OrganizationField label="其他单位（可不选）" {...form.field("other")} />
    </Form>
  );
}
