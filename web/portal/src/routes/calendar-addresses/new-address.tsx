import { useRef, useState } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField } from "react-aria-components/TextField";
import { copyText } from "../../app/copy-text.ts";
import { Button } from "../../components/button.tsx";

/** An address that was just made, with what to do with it. */
export function NewAddress({ address }: { readonly address: string }) {
  const [isCopied, setCopied] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="notice notice-good stack" role="status">
      <p>地址已经取得，只在这里显示一次，请现在复制。</p>
      <TextField className="field" value={address} isReadOnly>
        <Label>地址</Label>
        <Input ref={input} className="input" onFocus={({ target }) => target.select()} />
      </TextField>
      <div className="buttons">
        <Button onPress={() => void copy(address, input.current).then(setCopied)}>
          {isCopied ? "已复制" : "复制地址"}
        </Button>
        <a className="button" href={address.replace(/^https?:/, "webcal:")}>
          在这台设备的日历里打开
        </a>
      </div>
      <p>在日历软件里选“订阅日历”或“从网址添加”，粘贴这个地址。</p>
    </div>
  );
}

/** The text is marked, to be copied by hand where the browser does not do it. */
async function copy(text: string, input: HTMLInputElement | null): Promise<boolean> {
  input?.select();
  return await copyText(text);
}
