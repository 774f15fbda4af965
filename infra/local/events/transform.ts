/** What a rule hands on of an event: values at paths, put into a template of JSON (EventBridge's input transformer). */
export interface Transformer {
  readonly paths: Readonly<Record<string, string>>;
  readonly template: string;
}

/** A rule's template or one of its paths uses what the local host does not implement. */
export class TransformRefused extends Error {
  override readonly name = 'TransformRefused';
}

/** The event as the target gets it. @throws TransformRefused when a path is of another form, or is not in the event */
export function transformed({ paths, template }: Transformer, event: unknown): unknown {
  const values = new Map(Object.entries(paths).map(([name, path]) => [name, JSON.stringify(at(event, path))]));
  const text = template.replace(/<([^<>"]+)>/g, (_whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new TransformRefused(`The template names <${name}>, which the event does not hold.`);
    return value;
  });
  return JSON.parse(text);
}

function at(event: unknown, path: string): unknown {
  if (!/^\$(\.[\w-]+)+$/.test(path)) throw new TransformRefused(`The path ${path} is not implemented here.`);
  let found = event;
  for (const name of path.split('.').slice(1)) found = (found as Record<string, unknown> | undefined)?.[name];
  return found;
}
