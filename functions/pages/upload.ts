import { Busboy } from '@fastify/busboy';
import { UPLOAD_BYTES, UPLOAD_MEGABYTES, type UploadType, uploadType } from '../../shared/mobility/uploads.ts';
import { grouped, type Values } from './form.ts';
import { PageError, type Request } from './http.ts';
import type { PageWords } from './words/index.ts';

type FileWords = PageWords['form']['file'];

/** Form fields around the file, and the multipart framing. */
const AROUND = 64 * 1024;

export interface Upload {
  readonly bytes: Uint8Array;
  readonly contentType: UploadType;
}

/** The extension a document is downloaded under, by its type. */
export const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

export interface MultipartForm {
  readonly values: Values;
  /** Undefined when no file was chosen. */
  readonly file?: Uint8Array;
}

export const isMultipart = (request: Request): boolean =>
  (request.header('content-type') ?? '').startsWith('multipart/form-data');

/** Reads a form with one file, `file`. Throws HttpError 413 when it is too large and 400 when it is cut off. */
export async function readMultipart(request: Request, words: FileWords): Promise<MultipartForm> {
  if (request.body.length > UPLOAD_BYTES + AROUND) throw tooLarge(words);
  const fields: [string, string][] = [];
  const files: Uint8Array[] = [];
  let large = false;
  await new Promise<void>((resolve, reject) => {
    const reader = new Busboy({
      headers: { 'content-type': request.header('content-type') ?? '' },
      limits: { fileSize: UPLOAD_BYTES, files: 1, fields: 20, fieldSize: 8 * 1024, parts: 25 },
    });
    reader.on('field', (name, value) => fields.push([name, value]));
    reader.on('file', (_name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        large = true;
      });
      stream.on('end', () => files.push(Buffer.concat(chunks)));
      // A file that breaks off fails on its own stream too, where an error that nobody hears would end the process.
      stream.on('error', reject);
    });
    reader.on('finish', resolve);
    reader.on('error', reject);
    reader.end(request.body);
  }).catch(() => {
    throw new PageError(400, 'uploadIncomplete', words.incomplete);
  });
  if (large) throw tooLarge(words);
  const [file] = files;
  const values = grouped(fields);
  return file === undefined || file.length === 0 ? { values } : { values, file };
}

/** What kind of file it is, by its first bytes. Throws HttpError 415 for anything but PDF, JPEG and PNG. */
export function checkedUpload(bytes: Uint8Array, words: FileWords): Upload {
  const contentType = uploadType(bytes);
  if (!contentType) throw new PageError(415, 'fileKind', words.otherKind);
  return { bytes, contentType };
}

function tooLarge(words: FileWords): PageError {
  return new PageError(413, 'fileTooLarge', words.tooLarge(UPLOAD_MEGABYTES));
}
