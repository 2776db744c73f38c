import type { IncomingHttpHeaders } from 'node:http';
import { pipeline, Transform, type Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';

/** A form as it was posted; of files the names and beginnings: all else is thrown away as it comes. */
export interface PostedForm {
  fields: Map<string, string>;
  files: { name: string; begins: string }[];
}

/** Tells what kind of file it is. */
const BEGINNING_BYTES = 4_096;

export const FORM_TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded'];

const LIMITS = { fieldNameSize: 100, fieldSize: 1024 * 1024, fields: 100, files: 100, parts: 200 };

/** Too large, or no form: its status says which. */
class FormFault extends Error {
  readonly statusCode: number;

  constructor(statusCode: number) {
    super('A form that can not be read');
    this.statusCode = statusCode;
  }
}

/** Reads a form as it streams in, of at most so many bytes; one that says or turns out to be larger is not read on. */
export function readForm(
  headers: IncomingHttpHeaders,
  payload: Readable,
  mostBytes: number,
): Promise<PostedForm> {
  return new Promise((resolve, reject) => {
    if (Number(headers['content-length'] ?? 0) > mostBytes) return reject(new FormFault(413));
    const form: PostedForm = { fields: new Map(), files: [] };
    const parser = parserFor(headers);
    if (!parser) return reject(new FormFault(400));
    // Of a field that comes twice the first counts.
    parser.on('field', (name, value) => {
      if (!form.fields.has(name)) form.fields.set(name, value);
    });
    parser.on('file', (_name, contents, fileName) => {
      const file = { name: fileName, begins: '' };
      form.files.push(file);
      contents.on('data', (chunk: Buffer) => {
        const room = BEGINNING_BYTES - file.begins.length;
        if (room > 0) file.begins += chunk.subarray(0, room).toString('latin1');
      });
    });
    parser.on('finish', () => resolve(form));
    pipeline(payload, counted(mostBytes), parser, (error) => {
      if (error) reject(error instanceof FormFault ? error : new FormFault(400));
    });
  });
}

function parserFor(headers: IncomingHttpHeaders) {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      limits: LIMITS,
    });
  } catch {
    return null;
  }
}

function counted(mostBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > mostBytes) done(new FormFault(413));
      else done(null, chunk);
    },
  });
}
