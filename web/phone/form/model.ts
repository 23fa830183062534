/** A form in the chat, as its JSON describes it, and what can be read from it without drawing it. */

export interface Option {
  id: string;
  title: string;
  description?: string;
}

export interface Action {
  name: string;
  next?: { name: string };
  payload?: Record<string, unknown>;
}

export interface Part {
  type: string;
  name?: string;
  text?: string;
  label?: string;
  required?: boolean;
  'helper-text'?: string;
  'input-type'?: string;
  'data-source'?: Option[] | string;
  'on-click-action'?: Action;
  children?: Part[];
  'init-value'?: unknown;
}

export interface FlowScreen {
  id: string;
  title?: string;
  data?: Record<string, { __example__?: unknown }>;
  layout?: { children?: Part[] };
}

export interface FlowForm {
  screens?: FlowScreen[];
}

export type Values = Record<string, unknown>;

/** What references can point at: this screen's data and answers, and the answers of every screen so far. */
export interface Scope {
  data: Values;
  form: Values;
  screens: Record<string, Values>;
}

const REFERENCE = /^\$\{(?:screen\.([^.}]+)\.)?(form|data)\.([^}]+)\}$/;
const INSIDE = /\$\{[^}]+\}/g;

/** The value with its references filled in; one that is a reference as a whole keeps the kind of what it points at. */
export function filled(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each, scope));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, scope)]));
  }
  if (typeof value !== 'string') return value;
  if (REFERENCE.test(value)) return lookUp(value, scope);
  return value.replace(INSIDE, (reference) => String(lookUp(reference, scope) ?? ''));
}

function lookUp(reference: string, scope: Scope): unknown {
  const [, screen, kind, name] = REFERENCE.exec(reference) ?? [];
  if (!name) return '';
  if (kind === 'data') return scope.data[name];
  return (screen ? scope.screens[screen] : scope.form)?.[name];
}

/** All parts of a screen in their order; the group around the questions is only a frame. */
export function partsOf(screen: FlowScreen): Part[] {
  const flat = (parts: Part[]): Part[] => parts.flatMap((part) => (part.type === 'Form' ? flat(part.children ?? []) : [part]));
  return flat(screen.layout?.children ?? []);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** The names of the questions that must be answered and are not. */
export function missing(parts: Part[], form: Values): string[] {
  return parts.filter((part) => part.name && part.required && isEmpty(form[part.name])).map((part) => part.name ?? '');
}

/** The data of a screen: what came with it, or else the examples that its author gave. */
export function dataOf(screen: FlowScreen, given: Values): Values {
  const examples = Object.entries(screen.data ?? {}).map(([name, about]) => [name, about.__example__]);
  return { ...Object.fromEntries(examples), ...given };
}
