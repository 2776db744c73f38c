/** What is told of one request in the log and in the metrics. Filled in on its way. */
export interface Told {
  /** Of the app; `other` for a document of somebody's own, `none` for what is no request to the API. */
  operation: string;
  /** In the words of the schema; null: nothing but its status is known. */
  outcome: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    told: Told;
  }
}
