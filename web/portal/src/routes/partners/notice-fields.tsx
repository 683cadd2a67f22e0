import { CheckList } from "../../components/check-list.tsx";
import { Choice } from "../../components/choice.tsx";
import type { FormState } from "../../forms/use-form.ts";
import type { MailLanguage } from "../../graph/generated/graphql.ts";
import { LANGUAGES } from "../../words/languages.ts";
import { UNIT_NOTICES } from "../../words/notice-types.ts";
import type { EndpointValues } from "./endpoint-values.ts";
import {
  NOTICE_CHOICES,
  type NoticeValues,
  typesOf,
  withNouns,
  withTypesOf,
} from "./notice-values.ts";

interface NoticeFieldsProps {
  readonly form: FormState<EndpointValues>;
}

const NOUNS = Object.fromEntries(
  Object.entries(UNIT_NOTICES).map(([noun, { name }]) => [noun, name]),
);

/** Which notices of the unit are sent, and in which language. */
export function NoticeFields({ form }: NoticeFieldsProps) {
  const { values } = form;
  const { noticeChoice, noticeNouns } = values;
  return (
    <>
      <Choice
        label="本单位的通知"
        options={NOTICE_CHOICES}
        {...form.field("noticeChoice")}
        onChange={(chosen) => form.set({ noticeChoice: chosen as NoticeValues["noticeChoice"] })}
      />
      {noticeChoice === "SOME" && (
        <CheckList
          label="哪类记录的通知"
          options={NOUNS}
          value={noticeNouns}
          onChange={(nouns) => form.set(withNouns(values, nouns))}
          fault={form.fault("noticeNouns")}
        />
      )}
      {noticeChoice === "SOME" && noticeNouns.length > 0 && <TypesFields form={form} />}
      {noticeChoice !== "NONE" && (
        <Choice
          label="通知用什么文字"
          options={LANGUAGES}
          {...form.field("noticeLanguage")}
          onChange={(language) => form.set({ noticeLanguage: language as MailLanguage })}
        />
      )}
    </>
  );
}

/** What of the chosen records is told, record by record. */
function TypesFields({ form }: NoticeFieldsProps) {
  const { values } = form;
  const fault = form.fault("noticeTypes");
  const { noticeNouns, noticeTypes } = values;
  return (
    <div className="stack">
      <p className="hint">
        一项都不选，就推送所选记录的全部通知。几类记录共有的情形（如“取消”）一并选中、一并取消。
      </p>
      {noticeNouns
        .filter((noun) => noun in UNIT_NOTICES)
        .map((noun) => (
          <CheckList
            key={noun}
            label={`${NOUNS[noun]}：哪些情形`}
            options={typesOf(noun)}
            value={noticeTypes.filter((type) => type in typesOf(noun))}
            onChange={(types) => form.set(withTypesOf(values, noun, types))}
          />
        ))}
      {fault !== undefined && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
