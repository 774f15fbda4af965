/** What can be said about an expression without running it. */
export interface Findings {
  /** Fields of `$states` that are read: `input`, `result`, `errorOutput`, `context`, … */
  readonly reads: ReadonlySet<string>;
  /** Variables that are read and that the expression does not bind itself, without `states`. */
  readonly variables: ReadonlySet<string>;
  /** Variables or paths that Step Functions refuses, as sentences. */
  readonly problems: readonly string[];
  /** The expression defines a function, so it might not end. */
  readonly lambda: boolean;
  /** `$states.context.Task.Token` is read. */
  readonly token: boolean;
}

type Node = Readonly<Record<string, unknown>>;

interface Walk {
  readonly reads: Set<string>;
  readonly free: Set<string>;
  readonly bound: Set<string>;
  readonly problems: Set<string>;
  lambda: boolean;
  token: boolean;
}

/**
 * Walks a parsed expression. There is no context item in a workflow's expressions, so a path that begins with a plain
 * name at the top level, `$` there, `$$` anywhere and `$eval` are refused, as Step Functions does at creation.
 */
export function inspect(ast: unknown): Findings {
  const walk: Walk = {
    reads: new Set(),
    free: new Set(),
    bound: new Set(),
    problems: new Set(),
    lambda: false,
    token: false,
  };
  visit(ast, true, walk);
  const variables = new Set([...walk.free].filter((name) => !walk.bound.has(name)));
  return { reads: walk.reads, variables, problems: [...walk.problems], lambda: walk.lambda, token: walk.token };
}

function visit(value: unknown, top: boolean, walk: Walk): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, top, walk);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  switch (node.type) {
    case 'path':
      visitPath(node, top, walk);
      break;
    case 'variable':
      visitVariable(node, top, walk);
      break;
    case 'bind':
      bind(walk, node.lhs);
      visit(node.rhs, top, walk);
      break;
    case 'lambda':
      walk.lambda = true;
      for (const argument of asNodes(node.arguments)) bind(walk, argument);
      visit(node.body, top, walk);
      break;
    case 'name':
      if (top) walk.problems.add(`reference to '${String(node.value)}' at the top level is not supported`);
      visitParts(node, top, walk);
      break;
    default:
      visitParts(node, top, walk);
  }
}

function bind(walk: Walk, variable: unknown): void {
  if (isNode(variable) && typeof variable.value === 'string') walk.bound.add(variable.value);
}

function visitPath(node: Node, top: boolean, walk: Walk): void {
  const steps = asNodes(node.steps);
  const [first, second, third, fourth] = steps;
  if (first?.type === 'variable' && first.value === 'states' && second?.type === 'name') {
    walk.reads.add(String(second.value));
    if (second.value === 'context' && third?.value === 'Task' && fourth?.value === 'Token') walk.token = true;
  }
  steps.forEach((step, i) => {
    visit(step, top && i === 0, walk);
    if (typeof step.focus === 'string') walk.bound.add(step.focus);
    if (typeof step.index === 'string') walk.bound.add(step.index);
  });
  visit(node.group, false, walk);
}

function visitVariable(node: Node, top: boolean, walk: Walk): void {
  const name = String(node.value);
  if (name === '$') walk.problems.add("reference to '$$' is not supported");
  else if (name === '') {
    if (top) walk.problems.add("reference to '$' at the top level is not supported");
  } else if (name === 'eval') walk.problems.add("the function '$eval' is not supported, use '$parse'");
  else if (name !== 'states') walk.free.add(name);
  visitFilters(node, walk);
}

// Everything else has its parts in fields; filters, sort terms and groupings look at items, not at the top level.
function visitParts(node: Node, top: boolean, walk: Walk): void {
  for (const [field, part] of Object.entries(node)) {
    if (field === 'predicate' || field === 'stages' || field === 'group' || field === 'terms') continue;
    if (typeof part === 'object' && part !== null) visit(part, top && node.type !== 'transform', walk);
  }
  visit(node.terms, false, walk);
  visit(node.group, false, walk);
  visitFilters(node, walk);
}

function visitFilters(node: Node, walk: Walk): void {
  visit(node.predicate, false, walk);
  visit(node.stages, false, walk);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function asNodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}
