import { NumberLine } from "../../components/number-line.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { PortalRecordAttendanceDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import type { PageActivity } from "./activity.ts";

/** The most people of one unit, as the hub has it. */
const MOST_PEOPLE = 1_000_000;

/** What is wrong with how many people came from a unit; undefined if nothing is. */
export const peopleFault = (count: number | undefined): string | undefined =>
  count !== undefined && count > MOST_PEOPLE ? `最多 ${MOST_PEOPLE} 人次。` : undefined;

interface AttendanceFormProps {
  readonly activity: PageActivity;
  readonly units: PageActivity["participants"];
}

type People = Readonly<Record<string, number | undefined>>;

/** Numbers of several units at once; what is left empty is left as it is. */
export function AttendanceForm({ activity, units }: AttendanceFormProps) {
  const { id, state } = activity;
  const record = useChange(PortalRecordAttendanceDocument);
  const known: People = Object.fromEntries(
    units.map(({ organization, attendance }) => [organization?.id, attendance ?? undefined]),
  );
  const form = useForm<People>({
    name: `attendance.${id}`,
    initial: known,
    check: (people) =>
      Object.fromEntries(Object.entries(people).map(([unit, count]) => [unit, peopleFault(count)])),
    send: async (people) => {
      for (const [organizationId, attendance] of Object.entries(people)) {
        if (attendance === undefined || attendance === known[organizationId]) continue;
        await record.mutateAsync({ id, organizationId, attendance });
      }
    },
  });
  return (
    <div className="panel stack">
      <h3>{state === "HELD" ? "更正到场人次" : "登记到场人次"}</h3>
      {state !== "HELD" && <p className="hint">登记之后，活动即记为已举办。</p>}
      <Form form={form} action="保存人次" label="到场人次">
        <div className="counts">
          {units.map(({ organization }) =>
            organization ? (
              <NumberLine
                key={organization.id}
                label={organization.name}
                {...form.field(organization.id)}
              />
            ) : null,
          )}
        </div>
      </Form>
    </div>
  );
}
