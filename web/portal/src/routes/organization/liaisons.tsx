import { useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import type { OrganizationOfPage } from "./organization.ts";

/** Who acts for a unit; the hub tells only its alliance. */
export function Liaisons({ organization }: { readonly organization: OrganizationOfPage }) {
  const viewer = useViewer();
  const liaisons = organization.liaisons?.nodes ?? [];
  if (liaisons.length === 0)
    return viewer?.kind === "ANONYMOUS" ? (
      <Empty title="联络员仅联盟内登录后可见" />
    ) : (
      <Empty title="没有您可以看到的联络员" />
    );
  return (
    <ul className="rows">
      {liaisons.map(({ id, name }) => (
        <li key={id} className="row">
          <span className="row-main">{name}</span>
        </li>
      ))}
    </ul>
  );
}
