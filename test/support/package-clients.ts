import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { getMainDefinition } from "@apollo/client/utilities";
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from "@urql/core";
import { type Client as SocketClient, createClient as createSocketClient } from "graphql-ws";
import relay from "relay-runtime";
import { WebSocket } from "ws";

/** The address that a client uses, and its token. */
export interface Server {
  /** Address of `/graphql`. */
  readonly url: string;
  /** What the `Authorization` header says. */
  readonly authorization: string;
}

/** A client of a package, with its results in the form that tests read. */
export interface TestClient {
  query(text: string, variables?: object): Promise<Result>;
  mutate(text: string, variables: object): Promise<Result>;
  /** @returns what ends it. */
  subscribe(text: string, told: (result: Result) => void): () => void;
  close?(): unknown;
}

/** A result for a client. */
export interface Result {
  readonly data?: unknown;
}

function socketClient({ url, authorization }: Server): SocketClient {
  return createSocketClient({
    url: url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
  });
}

/** Clients by their packages. */
export const CLIENTS: Readonly<Record<string, (server: Server) => TestClient>> = {
  "urql, by fetch alone": (server) => urql(server, { fetchSubscriptions: true }),
  "urql, with subscriptions over graphql-ws": (server) => {
    const sockets = socketClient(server);
    const forward = subscriptionExchange({
      forwardSubscription: ({ query = "", variables }) => ({
        subscribe: (sink) => ({
          unsubscribe: sockets.subscribe({ query, variables: variables as never }, sink as never),
        }),
      }),
    });
    return { ...urql(server, { exchanges: [forward] }), close: () => sockets.dispose() };
  },
  "Apollo Client": (server) => {
    const sockets = socketClient(server);
    const link = ApolloLink.split(
      ({ query }) => {
        const main = getMainDefinition(query);
        return main.kind === "OperationDefinition" && main.operation === "subscription";
      },
      new GraphQLWsLink(sockets),
      new HttpLink({ uri: server.url, headers: { authorization: server.authorization } }),
    );
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    return {
      query: (query, variables = {}) => client.query({ query: gql(query), variables }),
      mutate: (mutation, variables) => client.mutate({ mutation: gql(mutation), variables }),
      subscribe: (query, told) => {
        const following = client.subscribe({ query: gql(query) }).subscribe(told);
        return () => following.unsubscribe();
      },
      close: () => sockets.dispose(),
    };
  },
  "graphql-ws": (server) => {
    const client = socketClient(server);
    const once = async (query: string, variables: object = {}): Promise<Result> => {
      for await (const result of client.iterate({ query, variables: { ...variables } }))
        return result;
      throw new Error("Nothing came.");
    };
    return {
      query: once,
      mutate: once,
      subscribe: (query, told) =>
        client.subscribe(
          { query },
          { next: told, error: () => undefined, complete: () => undefined },
        ),
      close: () => client.dispose(),
    };
  },
  "Relay's network layer": (server) => {
    const { Network, Environment, RecordSource, Store, Observable } = relay;
    const sockets = socketClient(server);
    const network = Network.create(
      async ({ text }, variables) => {
        const answer = await fetch(server.url, {
          method: "POST",
          headers: {
            accept: "application/graphql-response+json, application/json",
            "content-type": "application/json",
            authorization: server.authorization,
          },
          body: JSON.stringify({ query: text, variables }),
        });
        return (await answer.json()) as never;
      },
      ({ text }, variables) =>
        Observable.create((sink) =>
          sockets.subscribe({ query: text ?? "", variables }, sink as never),
        ),
    );
    const environment = new Environment({ network, store: new Store(new RecordSource()) });
    const execute = (operationKind: string, text: string, variables: object) =>
      environment
        .getNetwork()
        .execute(
          { operationKind, name: "Test", text, id: null, cacheID: text, metadata: {} } as never,
          variables as never,
          {},
        );
    return {
      query: async (text, variables = {}) =>
        (await execute("query", text, variables).toPromise()) as Result,
      mutate: async (text, variables) =>
        (await execute("mutation", text, variables).toPromise()) as Result,
      subscribe: (text, told) => {
        const following = execute("subscription", text, {}).subscribe({
          next: (result) => told(result as Result),
        });
        return () => following.unsubscribe();
      },
      close: () => sockets.dispose(),
    };
  },
};

function urql({ url, authorization }: Server, over: object): TestClient {
  const exchanges = (Reflect.get(over, "exchanges") as [] | undefined) ?? [];
  const client = new Client({
    url,
    preferGetMethod: false,
    fetchOptions: { headers: { authorization } },
    ...over,
    exchanges: [cacheExchange, ...exchanges, fetchExchange],
  });
  const sound = ({ data, error }: { data?: unknown; error?: Error | undefined }): Result => {
    if (error) throw error;
    return { data };
  };
  return {
    query: async (query, variables = {}) => sound(await client.query(query, variables).toPromise()),
    mutate: async (query, variables) => sound(await client.mutation(query, variables).toPromise()),
    subscribe: (query, told) => {
      const following = client.subscription(query, {}).subscribe(told);
      return () => following.unsubscribe();
    },
  };
}
