/** Bytes of one file that comes from outside: what the largest answer of the pages can still carry when it is opened. */
export const UPLOAD_BYTES = 4 * 1024 * 1024;

/** The same as people are told it. */
export const UPLOAD_MEGABYTES = UPLOAD_BYTES / 1024 / 1024;

export type UploadType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** What files begin with; the name and the type that come with a file are not believed. */
const kinds: readonly { readonly type: UploadType; readonly begins: readonly number[] }[] = [
  { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** What kind of file it is, by its first bytes; undefined for anything but PDF, JPEG and PNG. */
export function uploadType(bytes: Uint8Array): UploadType | undefined {
  return kinds.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))?.type;
}
