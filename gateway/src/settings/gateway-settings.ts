import {
  type PortSetting,
  type ProcessSettings,
  readProcessSettings,
} from "@alliance-hub/platform/settings/process-settings";
import type { SettingsReader } from "@alliance-hub/platform/settings/settings-reader";
import { LANGUAGES, type Language } from "@alliance-hub/platform/words/language";
import { readTrustedProxies } from "../http/request/client-address.ts";

/** Settings of a gateway, whatever subgraphs are behind it. */
export interface GatewaySettings extends ProcessSettings {
  /** Origins of portals whose pages may call from a browser; none by default. */
  readonly corsOrigins: readonly string[];
  /** Proxies whose `X-Forwarded-For` the hub trusts; none by default. */
  readonly trustedProxies: readonly string[];
  /** The language of messages for clients that ask for none. */
  readonly language: Language;
}

/** What differs between gateways if nothing is set. */
export interface GatewayDefaults {
  readonly port: PortSetting;
  readonly language: Language;
}

/** Reads the settings that every gateway has. @param env what the reader reads, too. */
export function readGatewaySettings(
  reader: SettingsReader,
  env: NodeJS.ProcessEnv,
  { port, language }: GatewayDefaults,
): GatewaySettings {
  return {
    ...readProcessSettings(reader, env, port),
    corsOrigins: readCorsOrigins(reader),
    trustedProxies: readTrustedProxies(reader),
    language: reader.word("HUB_LANGUAGE", language, LANGUAGES),
  };
}

/** Origins of portals, as browsers send them. */
function readCorsOrigins({ faults, list }: SettingsReader): string[] {
  const origins = list("HUB_CORS_ORIGINS");
  const wrong = origins.find(
    (origin) => !URL.canParse(origin) || new URL(origin).origin !== origin,
  );
  if (wrong !== undefined) {
    faults.push(
      `HUB_CORS_ORIGINS names "${wrong}"; write origins separated by commas, such as https://portal.example.`,
    );
  }
  return origins;
}
