import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  TaskAcceptRegistrationDocument,
  type RegistrationPartsFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { CheckLine } from "../../components/check-line.tsx";

interface AcceptRegistrationProps {
  readonly registration: RegistrationPartsFragment;
  readonly onDone: () => void;
}

/** Accepts a registration, as one of many or as the unit responsible for the community. */
export function AcceptRegistration({ registration, onDone }: AcceptRegistrationProps) {
  const { id, version, organization, community, headcount } = registration;
  const accept = useChange(TaskAcceptRegistrationDocument);
  const form = useForm({
    name: `registration.${id}.accept`,
    initial: { responsible: false },
    send: async ({ responsible }) => {
      await accept.mutateAsync({ id, version, responsible });
      onDone();
    },
  });
  return (
    <Form form={form} action="接收">
      <p>
        {organization?.name}到{community?.name}报到，党员 {headcount} 人。接收后计入报到数据。
      </p>
      <CheckLine
        value={form.values.responsible}
        onChange={(responsible) => form.set({ responsible })}
      >
        定为本社区的包联责任单位
      </CheckLine>
    </Form>
  );
}
