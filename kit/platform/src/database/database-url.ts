/** One server that a connection may go to. */
export interface Server {
  /** Name, address, or the folder of a socket. */
  readonly host: string;
  readonly port: number;
}

/** What `DATABASE_URL` says. */
export interface DatabaseAddress {
  /** In the order in which they stand; at least one. */
  readonly servers: readonly Server[];
  /**
   * Whether a connection must lead to a server that accepts writes. Always true if there are several servers.
   */
  readonly mustWrite: boolean;
  /** The same address with the first server alone and without what `pg` does not know. */
  readonly single: string;
  /** Startup options in the address, such as `-c work_mem=8MB`; empty if there are none. */
  readonly options: string;
}

const FORM = /^(postgres(?:ql)?:)\/\/(?:([^/?#]*)@)?([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/;
const DEFAULT_PORT = 5432;
const MOST_SERVERS = 10;

/** Parameters of libpq that are read here and not passed on to `pg`. */
const READ_HERE = ["host", "port", "target_session_attrs", "load_balance_hosts", "options"];

/**
 * Reads the address of a database as libpq does (PostgreSQL, section 32.1.1.2), which knows several
 * servers: `postgresql://a:5432,b:5433/db?target_session_attrs=read-write`.
 *
 * @throws Error that says what is wrong without repeating the address, which may hold a password.
 */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  const [, protocol, login, authority = "", path = "", search = ""] = FORM.exec(url) ?? [];
  if (protocol === undefined) throw new Error("is not a postgres: or postgresql: address");
  const parameters = new URLSearchParams(search);
  const servers = readServers(authority, parameters);
  const mustWrite = readMustWrite(parameters, servers.length);
  const options = parameters.get("options") ?? "";
  // Forms that only pg understands stay as they are, such as the folder of a socket.
  const leave = servers.length > 1 ? READ_HERE : ["target_session_attrs", "options"];
  for (const name of leave) parameters.delete(name);
  const [first] = authority.split(",", 1);
  const rest = parameters.size > 0 ? `?${parameters.toString()}` : "";
  const single = `${protocol}//${login === undefined ? "" : `${login}@`}${first}${path}${rest}`;
  // `URL` does not accept the folder of a socket as the host, but pg does.
  if (!URL.canParse(single) && !(first === "" && URL.canParse(single.replace("@/", "@host/"))))
    throw new Error("is not a postgres: or postgresql: address");
  return { servers, mustWrite, single, options };
}

function readServers(authority: string, parameters: URLSearchParams): Server[] {
  const written = authority.split(",").map(splitServer);
  const hosts = parameters.get("host")?.split(",") ?? written.map(({ host }) => host);
  const ports = parameters.get("port")?.split(",") ?? written.map(({ port }) => port);
  if (hosts.length > MOST_SERVERS) throw new Error(`names more than ${MOST_SERVERS} servers`);
  if (ports.length !== hosts.length && ports.length !== 1)
    throw new Error(`names ${hosts.length} servers and ${ports.length} ports`);
  return hosts.map((host, i) => {
    if (host === "" && hosts.length > 1) throw new Error("has an empty name among its servers");
    const text = ports[i] ?? ports[0] ?? "";
    const port = text === "" ? DEFAULT_PORT : Number(text);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error("has a port that is not a number from 1 to 65535");
    return { host: decodeURIComponent(host) || "localhost", port };
  });
}

/** `host`, `host:port`, `[::1]:port`. */
function splitServer(text: string): { host: string; port: string } {
  const found = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(text);
  return { host: found?.[1] ?? found?.[2] ?? text, port: found?.[3] ?? "" };
}

/**
 * The hub writes. Of several servers, it can only use one that accepts writes, even if the address does not say
 * so.
 */
function readMustWrite(parameters: URLSearchParams, servers: number): boolean {
  const asked = parameters.get("target_session_attrs") ?? "any";
  if (asked === "read-write" || asked === "primary") return true;
  if (asked === "any") return servers > 1;
  throw new Error(
    "has a target_session_attrs other than read-write, primary or any: the hub writes",
  );
}

/** What is wrong with the address of a database, such as "names 2 servers and 3 ports."; undefined if nothing is. */
export function databaseUrlFault(url: string): string | undefined {
  try {
    parseDatabaseUrl(url);
    return undefined;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}.`;
  }
}
