import { operates, runs } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { CheckLine } from "../../../components/check-line.tsx";
import { CommitteeField } from "../../../components/committee-field.tsx";
import { CommitteeLink } from "../../../components/committee-link.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { textFault } from "../../../forms/text-fault.ts";
import { useForm } from "../../../forms/use-form.ts";
import { PortalUpdateCommitteeDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { COMMITTEE_LEVELS } from "../../../words/labels.ts";
import { COMMITTEE_KINDS } from "../../../words/office-labels.ts";
import { showDay } from "../../../words/time.ts";
import { themesFault, themesIn } from "../themes.ts";
import type { OfficeCommittee } from "./page.tsx";

interface SettingsProps {
  readonly committee: OfficeCommittee;
}

/** What a committee is called and works on, where it stands in the tree, and what it was called before. */
export function Settings({ committee }: SettingsProps) {
  const { kind, level, parent, formerNames } = committee;
  const viewer = useViewer();
  // Who runs the committee above arranges it; its own secretary describes it.
  const arranges = runs(viewer, parent) || operates(viewer, committee.region);
  return (
    <div className="beside">
      <section className="stack">
        <h2>类型和沿革</h2>
        <dl className="facts">
          <dt>类型</dt>
          <dd>{COMMITTEE_KINDS[kind]}，成立后不能更改</dd>
          <dt>层级</dt>
          <dd>{COMMITTEE_LEVELS[level]}</dd>
          <dt>上级</dt>
          <dd>{parent ? <CommitteeLink committee={parent} /> : "没有"}</dd>
          <dt>曾用名</dt>
          <dd>
            {formerNames.length === 0 ? (
              "没有"
            ) : (
              <ul className="plain-list">
                {formerNames.map(({ name, until }) => (
                  <li key={`${name} ${until}`}>
                    {name} <span className="hint">用到{showDay(until)}</span>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </dl>
        {!arranges && (
          <p className="hint">上级委员会和示范点标记，由上级委员会的书记或当地的平台管理员更改。</p>
        )}
      </section>
      <ChangeCommittee committee={committee} arranges={arranges} />
    </div>
  );
}

function ChangeCommittee({ committee, arranges }: SettingsProps & { readonly arranges: boolean }) {
  const { id, version, name, themes, demonstration } = committee;
  const parentBefore = committee.parent?.id;
  const update = useChange(PortalUpdateCommitteeDocument);
  const themesBefore = themes.join("、");
  const form = useForm({
    name: `office.committee.${id}`,
    initial: {
      name,
      themes: themesBefore,
      demonstration,
      parentId: parentBefore as string | undefined,
    },
    check: (values) => ({
      name: textFault(values.name, { name: "名称", most: 100 }),
      themes: themesFault(themesIn(values.themes)),
    }),
    send: (values) =>
      update.mutateAsync({
        id,
        version,
        ...(values.name === name ? {} : { name: values.name }),
        ...(values.themes === themesBefore ? {} : { themes: themesIn(values.themes) }),
        ...(values.demonstration === demonstration ? {} : { demonstration: values.demonstration }),
        ...(values.parentId === parentBefore ? {} : { parentId: values.parentId ?? null }),
      }),
  });
  const { values } = form;
  const isMoved = values.parentId !== parentBefore;
  const isSame =
    values.name === name &&
    values.themes === themesBefore &&
    values.demonstration === demonstration &&
    !isMoved;
  return (
    <aside className="panel stack">
      <h2>更改</h2>
      <Form
        form={form}
        action="保存"
        label="更改委员会"
        isDisabled={isSame}
        {...(isMoved
          ? { question: <p>更改上级后，它和它的下级都随之移动，书记的权限也随之改变。</p> }
          : {})}
      >
        <TextLine
          label="名称"
          {...form.field("name")}
          isRequired
          hint="原名记为曾用名，仍可据以查找"
        />
        <TextLine
          label="工作主题"
          {...form.field("themes")}
          hint="用顿号隔开，如：组织联建、资源联享"
        />
        {arranges && (
          <>
            <CommitteeField
              label="上级委员会（可不填）"
              {...form.field("parentId")}
              onChange={(parentId) => form.set({ parentId })}
            />
            <CheckLine
              value={values.demonstration}
              onChange={(isMarked) => form.set({ demonstration: isMarked })}
            >
              示范点
            </CheckLine>
          </>
        )}
      </Form>
    </aside>
  );
}
