import "./secret-once.css";
import { useState } from "react";
import { copyText } from "../app/copy-text.ts";
import { Button } from "./button.tsx";

interface SecretOnceProps {
  /** What it is: 签名密钥. */
  readonly name: string;
  readonly secret: string;
  /** What to do with it, and what if it is lost. */
  readonly children: string;
  readonly onKept: () => void;
}

/** A secret that is shown now and never again, to be copied. */
export function SecretOnce({ name, secret, children, onKept }: SecretOnceProps) {
  const [isCopied, setCopied] = useState<boolean>();
  return (
    <section className="secret stack" aria-label={name}>
      <p>
        <strong>{name}只显示这一次，离开后谁也看不到它。</strong>
        {children}
      </p>
      <code className="secret-text" tabIndex={0}>
        {secret}
      </code>
      <div className="buttons">
        <Button look="main" onPress={() => void copyText(secret).then(setCopied)}>
          复制
        </Button>
        <Button onPress={onKept}>我已保存</Button>
        <span role="status" className="hint">
          {isCopied === true && "已复制。"}
          {isCopied === false && "浏览器不允许复制，请选中上面的文字自行复制。"}
        </span>
      </div>
    </section>
  );
}
