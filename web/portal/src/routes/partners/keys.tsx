import { Confirm } from "../../components/confirm.tsx";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import {
  PartnerKeysDocument,
  type PartnerKeysQuery,
  PortalRevokePartnerDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { useChange } from "../../graph/use-change.ts";
import { showInstant } from "../../words/time.ts";
import { NewKey } from "./new-key.tsx";
import { wordsOfScopes } from "./scopes.ts";

interface KeysProps {
  readonly unit: { readonly id: string; readonly name: string };
}

/** The systems that have a key of a unit, with what each key permits, and a form for another. */
export function Keys({ unit }: KeysProps) {
  const query = useAsk(PartnerKeysDocument, { unit: unit.id });
  return (
    <div className="beside">
      <p className="muted">
        密钥属于单位，联络员离任后仍然有效。联络员变动时，请接任的联络员逐一核对，不再使用的及时吊销；当地的平台管理员也可以吊销。
      </p>
      <Loaded query={query}>
        {({ partners }) =>
          (partners ?? []).length === 0 ? (
            <Empty title="还没有合作系统">
              {unit.name}自己的系统要读取联盟的数据，请先在本页登记，取得一把密钥。
            </Empty>
          ) : (
            <ul className="rows">
              {(partners ?? []).map((partner) => (
                <KeyRow key={partner.name} partner={partner} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <NewKey unit={unit} />
    </div>
  );
}

type Partner = NonNullable<PartnerKeysQuery["partners"]>[number];

function KeyRow({ partner }: { readonly partner: Partner }) {
  const { name, scopes, createdAt } = partner;
  const revoke = useChange(PortalRevokePartnerDocument);
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">{name}</p>
        <p className="muted">{wordsOfScopes(scopes)}</p>
        <p className="muted">{showInstant(createdAt)}登记</p>
      </div>
      <Confirm
        action="吊销密钥"
        of={name}
        question={`吊销“${name}”的密钥？它登记的推送地址和日历地址随之停用，不能恢复。`}
        error={revoke.error}
        onConfirm={async () => {
          await revoke.mutateAsync({ name });
        }}
      />
    </li>
  );
}
