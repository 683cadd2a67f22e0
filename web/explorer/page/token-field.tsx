import { useState } from "react";
import { TokenState } from "./token-state.tsx";
import { readToken, storeToken } from "./token.ts";

/**
 * Where the access token is put in. The fetcher reads it from session storage with each request.
 *
 * The style sheet shows the dots. With a password field the browser would offer to save the token.
 */
export function TokenField() {
  const [token, setToken] = useState(readToken);
  const change = (typed: string): void => setToken(storeToken(typed));
  return (
    <div className="token">
      {!token && <TokenHint />}
      <label className="token-label" htmlFor="token">
        访问令牌
        <br />
        <span lang="en">Access token</span>
      </label>
      <input
        id="token"
        className="field token-input"
        autoComplete="off"
        spellCheck={false}
        placeholder="粘贴令牌 Paste a token"
        value={token}
        onChange={(event) => change(event.target.value)}
      />
      <TokenState token={token} />
      {token && (
        <button type="button" className="token-clear" onClick={() => change("")}>
          清除 <span lang="en">Clear</span>
        </button>
      )}
    </div>
  );
}

function TokenHint() {
  return (
    <p className="token-hint">
      演示令牌 <span lang="en">Demonstration token:</span>{" "}
      <code>npm run token -- &lt;name&gt;</code>
      <br />
      仅保存在本标签页，关闭后即清除{" "}
      <span lang="en">Stored only in this tab, deleted when it closes</span>
    </p>
  );
}
