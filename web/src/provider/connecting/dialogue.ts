/** What the sign-up dialogue tells the page that opened it, and how the page it ends on passes the code back. */

export const RETURN = '/signed-up';
export const CHANNEL = 'parley-sign-up';

export interface Ids {
  account_id: string;
  number_id: string;
}

export type Told =
  | { kind: 'finished'; ids: Ids }
  | { kind: 'ended'; how: 'CANCEL' | 'ERROR'; step: string; message: string; code: string };

/** What the window came back with; `state` is the sign-up's id, which nobody else knows. */
export interface Returned {
  state: string;
  code: string;
  error: string;
}

/**
 * The dialogue's word; null for everything else. Any window may send messages here, so only those of the dialogue's own
 * origins count, and of these only what has the documented form.
 */
export function readTold(origin: string, data: unknown, origins: string[]): Told | null {
  if (!origins.includes(origin)) return null;
  const told = fieldsOf(typeof data === 'string' ? parsed(data) : data);
  if (told.type !== 'WA_EMBEDDED_SIGNUP') return null;
  const given = fieldsOf(told.data);
  const event = text(told.event);
  if (event.startsWith('FINISH')) return { kind: 'finished', ids: { account_id: digits(given.waba_id), number_id: digits(given.phone_number_id) } };
  // Meta tells of an error as a cancelled dialogue with a message, or as an event of its own.
  if (event === 'CANCEL' && !text(given.error_message)) return { kind: 'ended', how: 'CANCEL', step: text(given.current_step), message: '', code: '' };
  if (event === 'CANCEL' || event === 'ERROR') {
    return { kind: 'ended', how: 'ERROR', step: '', message: text(given.error_message), code: text(given.error_code ?? given.error_id) };
  }
  return null;
}

export function readReturned(search: string): Returned {
  const asked = new URLSearchParams(search);
  return { state: asked.get('state') ?? '', code: asked.get('code') ?? '', error: asked.get('error') ?? '' };
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 1000) : '');

const digits = (value: unknown): string => (/^\d{1,32}$/.test(text(value)) ? text(value) : '');
