import { type ComponentType, Suspense, lazy } from "react";
import { isNarrow } from "../app/use-width.ts";

/**
 * A field whose scripts come after the page: nobody needs it before there is something to see, and on phones often
 * not at all; on wider screens they are fetched meanwhile. Until then its label stands there, with as much room as
 * the field takes.
 */
export function later<Props extends { readonly label: string }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  // Whatever goes wrong is told where the field is shown.
  if (!isNarrow()) load().catch(() => undefined);
  const Field = lazy(async () => ({ default: await load() }));
  return (props) => (
    <Suspense
      fallback={
        <div className="field" aria-busy="true">
          <span>{props.label}</span>
          <div className="input" />
        </div>
      }
    >
      <Field {...props} />
    </Suspense>
  );
}
