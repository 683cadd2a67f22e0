import { filled } from "../../forms/filled.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { PortalPutAgendaItemDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import type { PageActivity } from "./activity.ts";

interface AgendaFormProps {
  readonly activity: PageActivity;
  readonly onDone: () => void;
}

/** In the name of no unit in particular. */
const NO_UNIT = "NONE";

/** An item for a meeting, in the name of a unit or of the committee itself. */
export function AgendaForm({ activity, onDone }: AgendaFormProps) {
  const viewer = useViewer();
  const put = useChange(PortalPutAgendaItemDocument);
  const { id: activityId, committee } = activity;
  const sending = (viewer?.roles ?? []).flatMap(({ committee: of, organization }) =>
    of?.id === committee?.id && organization ? [organization] : [],
  );
  const units = new Map([...sending, ...unitsOf(viewer)].map(({ id, name }) => [id, name]));
  const form = useForm({
    name: `agenda.${activityId}`,
    initial: { title: "", detail: "", organizationId: sending[0]?.id ?? NO_UNIT },
    check: ({ title, detail }) => ({
      title: textFault(title, { name: "议题", most: 100 }),
      detail: textFault(detail, { name: "内容", most: 1000, isRequired: false }),
    }),
    send: async ({ title, detail, organizationId }) => {
      await put.mutateAsync({
        activityId,
        title,
        ...filled({ detail }),
        ...(organizationId === NO_UNIT ? {} : { organizationId }),
      });
      onDone();
    },
  });
  return (
    <div className="panel">
      <Form
        form={form}
        action="列入议程"
        label="提出议题"
        more={
          <Button
            look="quiet"
            onPress={() => {
              form.reset();
              onDone();
            }}
          >
            不提了
          </Button>
        }
      >
        <TextLine label="议题" {...form.field("title")} isRequired autoFocus />
        <TextArea label="内容（可不填）" {...form.field("detail")} />
        {units.size > 0 && (
          <Choice
            label="以哪个单位的名义"
            options={{ [NO_UNIT]: "不写单位", ...Object.fromEntries(units) }}
            {...form.field("organizationId")}
          />
        )}
      </Form>
    </div>
  );
}
