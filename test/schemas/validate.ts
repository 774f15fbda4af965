import { readFileSync } from 'node:fs';
import { memoryPages, validateXML } from 'xmllint-wasm';

/** What the official schema of a message finds wrong with a document, one line a fault; empty when it is valid. */
export async function schemaFaults(xml: string, message: string): Promise<readonly string[]> {
  const schema = readFileSync(new URL(`iso20022/${message}.xsd`, import.meta.url), 'utf8');
  const result = await validateXML({
    xml: { fileName: 'document.xml', contents: xml },
    schema: { fileName: `${message}.xsd`, contents: schema },
    // A file of 10 000 payments takes more than the library's own limit.
    maxMemoryPages: 2 * memoryPages.GiB,
  });
  return result.errors.map((error) => error.message);
}
