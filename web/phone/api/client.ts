import type { FlowForm } from '../form/model';
import type { Call, Change, Chat, ChatLink, Code, Customer, Draft, FormAnswer, Group, PhoneMessage, PlatformState } from './types';

const BASE = '/phone/api';

/** How many messages one page of a chat holds. */
export const PAGE = 100;

export class PhoneError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export interface ClockState {
  now: number;
  offset_seconds: number;
}

export interface Block {
  report: boolean;
  reason?: string;
}

const chatPath = (waId: string, numberId: string): string =>
  `/customers/${encodeURIComponent(waId)}/chats/${encodeURIComponent(numberId)}`;

const invitationPath = (waId: string, link: string): string =>
  `/customers/${encodeURIComponent(waId)}/invitations?link=${encodeURIComponent(link)}`;

/** One function for each thing a phone can ask of the platform. All throw PhoneError with a plain sentence. */
export const api = {
  state: () => get<PlatformState>('/state'),
  addCustomer: (customer: { name: string; wa_id?: string }) => post<Customer>('/customers', customer),
  changeNumber: (waId: string, number: string) =>
    post<Customer>(`/customers/${encodeURIComponent(waId)}/number`, { wa_id: number }),
  chats: (waId: string) => get<{ items: Chat[] }>(`/customers/${encodeURIComponent(waId)}/chats`),
  messages: (waId: string, numberId: string, before?: string) =>
    get<{ items: PhoneMessage[] }>(
      `${chatPath(waId, numberId)}/messages?limit=${PAGE}${before ? `&before=${encodeURIComponent(before)}` : ''}`,
    ),
  send: async (waId: string, numberId: string, { file, ...draft }: Draft) => {
    const media = file ? { media_id: (await upload(waId, file)).media_id } : {};
    return post<PhoneMessage>(`${chatPath(waId, numberId)}/messages`, { ...draft, ...media });
  },
  /** An empty emoji takes the reaction back. */
  react: (waId: string, numberId: string, messageId: string, emoji: string) =>
    post<unknown>(`${chatPath(waId, numberId)}/messages`, { type: 'reaction', emoji, context_id: messageId }),
  change: (waId: string, numberId: string, change: Change) =>
    post<unknown>(`${chatPath(waId, numberId)}/messages`, change),
  form: (waId: string, numberId: string, messageId: string) =>
    get<FlowForm>(`${chatPath(waId, numberId)}/messages/${encodeURIComponent(messageId)}/form`),
  exchange: (waId: string, numberId: string, messageId: string, said: { action: string; screen: string; data: Record<string, unknown> }) =>
    post<FormAnswer>(`${chatPath(waId, numberId)}/messages/${encodeURIComponent(messageId)}/form/exchange`, said),
  follow: (waId: string, numberId: string, messageId: string, title: string) =>
    post<unknown>(`${chatPath(waId, numberId)}/messages/${encodeURIComponent(messageId)}/links`, { title }),
  /** No money moves: the customer says what comes of it. */
  pay: (waId: string, numberId: string, messageId: string, outcome: 'captured' | 'failed') =>
    post<unknown>(`${chatPath(waId, numberId)}/messages/${encodeURIComponent(messageId)}/payment`, { outcome }),
  calls: (waId: string) => get<{ items: Call[] }>(`/customers/${encodeURIComponent(waId)}/calls`),
  call: (waId: string, numberId: string) => post<Call>(`${chatPath(waId, numberId)}/calls`, {}),
  actOnCall: (waId: string, callId: string, action: 'accept' | 'reject' | 'hang_up') =>
    post<unknown>(`/customers/${encodeURIComponent(waId)}/calls/${encodeURIComponent(callId)}`, { action }),
  markRead: (waId: string, numberId: string) => post<unknown>(`${chatPath(waId, numberId)}/read`, {}),
  block: (waId: string, numberId: string, block: Block) => post<unknown>(`${chatPath(waId, numberId)}/block`, block),
  unblock: (waId: string, numberId: string) => call<unknown>(`${chatPath(waId, numberId)}/block`, { method: 'DELETE' }),
  invitation: (waId: string, link: string) => get<Group>(invitationPath(waId, link)),
  join: (waId: string, link: string) => post<Group>(`/customers/${encodeURIComponent(waId)}/invitations`, { link }),
  withdraw: (waId: string, link: string) => call<Group>(invitationPath(waId, link), { method: 'DELETE' }),
  leave: (waId: string, groupId: string) => call<unknown>(`${chatPath(waId, groupId)}/membership`, { method: 'DELETE' }),
  codes: () => get<{ items: Code[] }>('/codes'),
  chatLink: (link: string) => get<ChatLink>(`/links?link=${encodeURIComponent(link)}`),
  clock: (move: { advance_seconds: number } | { reset: true }) => post<ClockState>('/clock', move),
  liveUrl: (waId: string) => `${BASE}/live?wa_id=${encodeURIComponent(waId)}`,
};

function upload(waId: string, file: File): Promise<{ media_id: string }> {
  const form = new FormData();
  form.append('file', file, file.name);
  return call(`/customers/${encodeURIComponent(waId)}/media`, { method: 'POST', body: form });
}

const get = <T>(path: string): Promise<T> => call<T>(path, {});

const post = <T>(path: string, body: unknown): Promise<T> =>
  call<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function call<T>(path: string, init: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(BASE + path, init);
  } catch {
    throw new PhoneError('The platform does not answer. Is it still running?', 0);
  }
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new PhoneError(reason(body) ?? `The platform answered with error ${answer.status}.`, answer.status);
  return body as T;
}

/** The sentence in an error body: `{error: {message}}`, or `{error: "…"}`. */
function reason(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  if (typeof error === 'string') return error;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return null;
}
