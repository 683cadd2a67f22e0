import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect, useRef } from "react";

/** Chooses an operation of the document that the page begins with, once the editor has read it. */
export function ChooseOperation({ name }: { name: string }) {
  const { operations } = useGraphiQL(pick("operations"));
  const actions = useGraphiQLActions();
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || !operations?.some((one) => one.name?.value === name)) return;
    isDone.current = true;
    actions.setOperationName(name);
  }, [operations, name, actions]);
  return null;
}
