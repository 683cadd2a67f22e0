interface Attempt {
  readonly status: number | null;
  readonly durationMs: number;
  readonly error: string | null;
}

/** How an attempt went, in words. The hub says why it failed in words for programmers; the status says enough here. */
export function wordsOfAttempt({ status, durationMs, error }: Attempt): string {
  const time = `用时 ${(durationMs / 1000).toFixed(1)} 秒`;
  if (status === null) return `对方没有答复，请检查地址和网络。${time}。`;
  if (error === null) return `对方答复 ${status}，${time}。`;
  return `对方答复 ${status}，${REASONS[status] ?? OTHERS[Math.floor(status / 100)] ?? "不是成功"}。${time}。`;
}

const REASONS: Readonly<Record<number, string>> = {
  401: "没有通过核对，请检查密钥",
  403: "拒绝接收",
  404: "地址不对",
  410: "已不再接收，平台因此停用了这个地址",
  429: "来得太快，平台会放慢",
};

const OTHERS: Readonly<Record<number, string>> = {
  3: "转到了别的地址，平台不会跟过去，请改填新的地址",
  4: "不接受这条消息",
  5: "对方的系统出了问题",
};
