import type { Decision, ErrorBody } from './types';

const BASE = '/api';

/** What went wrong, in a sentence for the person at the desk. `status` 0: no answer at all. */
export class ApiError extends Error {
  readonly code: string;
  readonly field: string | null;
  readonly nextStep: string;
  readonly decision: Decision | null;

  constructor(
    readonly status: number,
    body: Partial<ErrorBody>,
  ) {
    super(sentence(body) || `The service answered with error ${status}.`);
    this.code = body.code ?? (status === 0 ? 'no_answer' : 'error');
    this.field = body.field ?? null;
    this.nextStep = body.next_step ?? '';
    this.decision = body.decision ?? null;
  }
}

/** The message without the name of the field before it, which the form shows by its place. */
function sentence({ message = '', field }: Partial<ErrorBody>): string {
  const words = field && message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The code of an error of the API, '' for any other. */
export const codeOf = (error: unknown): string => (error instanceof ApiError ? error.code : '');

/** A refusal will be the same the next time; silence or trouble at the other end may not. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.status >= 500;

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>(path, { signal });
export const post = <T>(path: string, body: unknown = {}): Promise<T> => call<T>(path, withBody('POST', body));
export const put = <T>(path: string, body: unknown): Promise<T> => call<T>(path, withBody('PUT', body));
/** Goes out also when the page is being left. */
export const del = <T>(path: string): Promise<T> => call<T>(path, { method: 'DELETE', keepalive: true });

export function upload<T>(path: string, file: File): Promise<T> {
  const form = new FormData();
  form.append('file', file, file.name);
  return call<T>(path, { method: 'POST', body: form });
}

/** `?a=1&b=2` of what is neither empty nor absent. */
export function query(parameters: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text}` : '';
}

const withBody = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function call<T>(path: string, init: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(BASE + path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, { message: 'The service does not answer. Check your connection; we keep trying.' });
  }
  const body: unknown = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (!answer.ok) throw new ApiError(answer.status, errorIn(body));
  return body as T;
}

function errorIn(body: unknown): Partial<ErrorBody> {
  if (typeof body !== 'object' || body === null || !('error' in body)) return {};
  return typeof body.error === 'object' && body.error !== null ? body.error : {};
}
