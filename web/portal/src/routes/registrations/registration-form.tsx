import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { PortalRegisterDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { NumberLine } from "../../components/number-line.tsx";
import { PlaceField } from "../../components/place-field.tsx";

interface RegistrationFormProps {
  /** The unit that registers. */
  readonly unit: { readonly id: string; readonly name: string };
  /** What stands in the form at first, where that is known: the place's code. */
  readonly community?: string;
  readonly headcount?: number;
  readonly onDone: () => void;
}

/** Registers a unit with a community or a street. How many members serve is a number, never a list of names. */
export function RegistrationForm({ unit, community, headcount, onDone }: RegistrationFormProps) {
  const register = useChange(PortalRegisterDocument);
  const form = useForm({
    name: `registration.${unit.id}.${community ?? ""}`,
    initial: {
      communityCode: community as string | undefined,
      headcount: headcount as number | undefined,
    },
    check: (values) => ({
      communityCode: values.communityCode === undefined ? "请选择社区或街道。" : undefined,
      headcount: values.headcount ? undefined : "请填写人数，至少 1 人。",
    }),
    send: async ({ communityCode = "", headcount: members = 0 }) => {
      await register.mutateAsync({ organizationId: unit.id, communityCode, headcount: members });
      onDone();
    },
  });
  return (
    <Form form={form} action="提交报到">
      <p>{unit.name}</p>
      <PlaceField
        label="社区或街道"
        {...form.field("communityCode")}
        onChange={(communityCode) => form.set({ communityCode })}
        levels={["COMMUNITY", "STREET"]}
      />
      <NumberLine
        label="报到党员人数"
        {...form.field("headcount")}
        hint="只填人数，不列名单。"
        isRequired
      />
    </Form>
  );
}
