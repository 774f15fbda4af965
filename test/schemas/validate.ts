import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

/** What the official schema of a message finds wrong with a document, one line a fault; empty when it is valid. */
export async function schemaFaults(xml: string, message: string): Promise<readonly string[]> {
  const schema = readFileSync(new URL(`iso20022/${message}.xsd`, import.meta.url), 'utf8');
  const result = await validateXML({
    xml: { fileName: 'document.xml', contents: xml },
    schema: { fileName: `${message}.xsd`, contents: schema },
  });
  return result.errors.map((error) => error.message);
}
