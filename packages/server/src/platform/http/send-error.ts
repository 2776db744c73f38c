import type { FastifyReply } from 'fastify';

/** An error raised before GraphQL, in GraphQL's shape. */
export function sendError(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}
